package dev.understudy.http.connection;

import dev.understudy.catalog.IpAddresses;
import dev.understudy.catalog.Printable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks headers of the PROXY protocol, version 1: a line of text. Names of hosts, which a reader would look up, are no addresses.
 *
 * <p>Source: HAProxy's specification of the protocol, section 2.1.
 */
final class TextProxyHeader {

    private static final byte[] SIGNATURE = "PROXY".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 107;

    private static final Pattern UNKNOWN = Pattern.compile("PROXY UNKNOWN( [^\r\n]*)?\r\n");
    private static final Pattern LINE = Pattern.compile("PROXY TCP([46]) (\\S+) (\\S+) (\\S+) (\\S+)\r\n");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,4}");
    private static final Pattern LEADING_ZEROS = Pattern.compile("(^|[.:])0\\d+\\.|\\.0\\d");
    private static final Pattern LONG_GROUP = Pattern.compile("[0-9A-Fa-f]{5}");
    private static final int MOST_PORT = 65_535;

    private TextProxyHeader() {}

    /** Returns what is found; the bytes begin at index 0. */
    static ProxyHeaderFinding find(ByteBuffer bytes) {
        return switch (ProxyHeaderFinding.begins(bytes, SIGNATURE)) {
            case ABSENT -> ProxyHeaderFinding.ABSENT;
            case INCOMPLETE -> ProxyHeaderFinding.INCOMPLETE;
            default -> {
                int length = length(bytes);
                if (length == 0) {
                    yield bytes.limit() < MOST
                            ? ProxyHeaderFinding.INCOMPLETE
                            : ProxyHeaderFinding.malformed("is a line of more than " + MOST + " bytes");
                }
                byte[] line = new byte[length];
                bytes.get(0, line);
                String problem = problem(new String(line, StandardCharsets.ISO_8859_1));
                yield problem == null ? ProxyHeaderFinding.SOUND : ProxyHeaderFinding.malformed(problem);
            }
        };
    }

    /** Returns the length of the line with its end; 0 when that has not come, or comes too late. */
    private static int length(ByteBuffer bytes) {
        int most = Math.min(bytes.limit(), MOST);
        for (int i = SIGNATURE.length; i < most; i++) {
            if (bytes.get(i) == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private static @Nullable String problem(String line) {
        if (UNKNOWN.matcher(line).matches()) {
            return null;
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return "is not of the form PROXY TCP4 address address port port: '" + Printable.of(line.strip()) + "'";
        }
        boolean isVersion6 = parts.group(1).equals("6");
        for (int i = 2; i <= 3; i++) {
            if (!isAddress(parts.group(i), isVersion6)) {
                return "has '" + Printable.of(parts.group(i)) + "', which is no address of IPv" + parts.group(1);
            }
        }
        for (int i = 4; i <= 5; i++) {
            if (!isPort(parts.group(i))) {
                return "has '" + Printable.of(parts.group(i)) + "', which is no port";
            }
        }
        return null;
    }

    private static boolean isAddress(String text, boolean isVersion6) {
        boolean hasColon = text.indexOf(':') >= 0;
        if (hasColon != isVersion6
                || LEADING_ZEROS.matcher(text).find()
                || LONG_GROUP.matcher(text).find()) {
            return false;
        }
        try {
            IpAddresses.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPort(String text) {
        return NUMBER.matcher(text).matches() && Integer.parseInt(text) <= MOST_PORT;
    }
}
