package dev.understudy.http.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Checks headers of the PROXY protocol, version 2: numbers. A field that does not end with the header would be read from the first
 * request.
 *
 * <p>Source: HAProxy's specification of the protocol, section 2.2.
 */
final class BinaryProxyHeader {

    private static final byte[] SIGNATURE = "\r\n\r\n\0\r\nQUIT\n".getBytes(StandardCharsets.US_ASCII);
    private static final int COMMAND_AT = 12;
    private static final int FAMILY_AT = 13;
    private static final int LENGTH_AT = 14;
    private static final int START = 16;
    /** What Jetty reads at most. */
    private static final int MOST = 1024;

    private static final int VERSION = 2;
    private static final int LOCAL = 0;
    private static final int PROXY = 1;

    private static final int TCP_4 = 0x11;
    private static final int TCP_6 = 0x21;
    /** Two addresses and two ports. */
    private static final int LENGTH_4 = 12;

    private static final int LENGTH_6 = 36;

    private static final int FIELD_START = 3;
    private static final int CHECKSUM = 0x03;
    private static final int TLS = 0x20;
    /** The client's part in TLS: a byte and a number, before fields of their own. */
    private static final int TLS_START = 5;

    private BinaryProxyHeader() {}

    /** Returns what is found; the bytes begin at index 0. */
    static ProxyHeaderFinding find(ByteBuffer bytes) {
        return switch (ProxyHeaderFinding.begins(bytes, SIGNATURE)) {
            case ABSENT -> ProxyHeaderFinding.ABSENT;
            case INCOMPLETE -> ProxyHeaderFinding.INCOMPLETE;
            default -> {
                if (bytes.limit() < START) {
                    yield ProxyHeaderFinding.INCOMPLETE;
                }
                int length = Short.toUnsignedInt(bytes.getShort(LENGTH_AT));
                String problem = startProblem(bytes, length);
                if (problem == null && bytes.limit() < START + length) {
                    yield ProxyHeaderFinding.INCOMPLETE;
                }
                if (problem == null && command(bytes) == PROXY) {
                    problem = fieldProblem(bytes, START + length);
                }
                yield problem == null ? ProxyHeaderFinding.SOUND : ProxyHeaderFinding.malformed(problem);
            }
        };
    }

    private static int command(ByteBuffer bytes) {
        return bytes.get(COMMAND_AT) & 0xf;
    }

    private static int family(ByteBuffer bytes) {
        return Byte.toUnsignedInt(bytes.get(FAMILY_AT));
    }

    private static @Nullable String startProblem(ByteBuffer bytes, int length) {
        int version = Byte.toUnsignedInt(bytes.get(COMMAND_AT)) >> 4;
        if (version != VERSION) {
            return "is of version " + version;
        }
        if (length > MOST) {
            return "has " + length + " bytes after its start; " + MOST + " are read";
        }
        return switch (command(bytes)) {
            case LOCAL -> null;
            case PROXY -> lengthProblem(family(bytes), length);
            default -> "has the command " + command(bytes) + ", which there is not";
        };
    }

    private static @Nullable String lengthProblem(int family, int length) {
        return switch (family) {
            case TCP_4 -> length < LENGTH_4 ? "is too short for addresses of IPv4" : null;
            case TCP_6 -> length < LENGTH_6 ? "is too short for addresses of IPv6" : null;
            // A client without an address would be taken for one of this machine.
            default -> String.format("is not for TCP, and names no address of its client (0x%02x)", family);
        };
    }

    private static @Nullable String fieldProblem(ByteBuffer bytes, int end) {
        int at = START + (family(bytes) == TCP_4 ? LENGTH_4 : LENGTH_6);
        while (at < end) {
            int value = at + FIELD_START;
            int next = next(bytes, at, end);
            if (next > end) {
                return "has a field that does not end with it";
            }
            int type = Byte.toUnsignedInt(bytes.get(at));
            if (type == CHECKSUM
                    && (next - value != Integer.BYTES || checksum(bytes, end, value) != bytes.getInt(value))) {
                return "has another checksum than its bytes";
            }
            if (type == TLS && !areFields(bytes, value + TLS_START, next)) {
                return "has a field on TLS that does not end with it";
            }
            at = next;
        }
        return null;
    }

    /** Returns where the field after this one begins; beyond the end when this one does not end before it. */
    private static int next(ByteBuffer bytes, int at, int end) {
        int value = at + FIELD_START;
        return value > end ? value : value + Short.toUnsignedInt(bytes.getShort(at + 1));
    }

    private static boolean areFields(ByteBuffer bytes, int from, int end) {
        int at = from;
        while (at < end) {
            at = next(bytes, at, end);
        }
        return at == end;
    }

    /** Returns the sum of the header, of which the sum itself counts as zeros. */
    private static int checksum(ByteBuffer bytes, int end, int sumAt) {
        byte[] header = new byte[end];
        bytes.get(0, header);
        ByteBuffer.wrap(header).putInt(sumAt, 0);
        CRC32C sum = new CRC32C();
        sum.update(header);
        return (int) sum.getValue();
    }
}
