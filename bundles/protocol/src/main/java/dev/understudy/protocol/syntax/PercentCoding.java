package dev.understudy.protocol.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding in requests. A run of encoded bytes is UTF-8, or ISO-8859-1 when it cannot be UTF-8. A percent
 * sign that no two hexadecimal digits follow stands for itself.
 *
 * <p>Source: the reference's page on HTTP encoding.
 */
public final class PercentCoding {

    private static final String UNRESERVED = "-_.~/:";
    /** What a path may have as it is, and what means nothing to a query that it might be put into. */
    private static final String PLAIN = UNRESERVED + "!'*,@";
    /** What a path may have as it is or encoded, which is not the same in a query. */
    private static final String DELIMITERS = "$&+=();";

    private PercentCoding() {}

    /** Decodes a value in a query, where a plus sign is a space. */
    public static String decodeValue(String raw) {
        return decode(raw.replace('+', ' '));
    }

    /** Decodes the name of a modifier or an element of a path, where a plus sign is a plus sign. */
    public static String decode(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            int octet = octet(raw, i);
            if (octet >= 0) {
                run.write(octet);
                i += 2;
            } else {
                flush(run, out);
                out.append(raw.charAt(i));
            }
        }
        flush(run, out);
        return out.toString();
    }

    /** Encodes text so that both decodings give it back, and that no delimiter or variable is left in it. */
    public static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        encode(text, UNRESERVED, out);
        return out.toString();
    }

    /**
     * Encodes an element of a path anew, so that all spellings come to one. What decoding makes of it stays the same, but delimiters
     * of queries are left as they are, encoded or not.
     */
    static String respelled(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); ) {
            int octet = octet(raw, i);
            if (octet >= 0) {
                run.write(octet);
                i += 3;
            } else {
                encode(text(run.toByteArray()).toString(), PLAIN, out);
                run.reset();
                int next = raw.offsetByCodePoints(i, 1);
                encode(raw.substring(i, next), PLAIN + DELIMITERS, out);
                i = next;
            }
        }
        encode(text(run.toByteArray()).toString(), PLAIN, out);
        return out.toString();
    }

    private static void encode(String text, String plain, StringBuilder out) {
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c < 128 && Character.isLetterOrDigit(c) || plain.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 0xf, 16)));
            }
        }
    }

    /** The byte that is encoded at {@code index}, -1 for none. */
    private static int octet(String raw, int index) {
        if (raw.charAt(index) != '%' || index + 2 >= raw.length()) {
            return -1;
        }
        int high = hexDigit(raw.charAt(index + 1));
        int low = hexDigit(raw.charAt(index + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int hexDigit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private static void flush(ByteArrayOutputStream run, StringBuilder out) {
        if (run.size() > 0) {
            out.append(text(run.toByteArray()));
            run.reset();
        }
    }

    private static CharSequence text(byte[] octets) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
        } catch (CharacterCodingException e) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
    }
}
