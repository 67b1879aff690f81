package dev.understudy.http.log;

import dev.understudy.observe.LogText;
import java.util.HexFormat;

/** Encodes values from outside for a line whose fields are separated by spaces. */
final class LogFieldEncoder {

    /** The length of the longest escape. */
    private static final int ESCAPE = 5;

    /** The length up to which nothing is cut, whatever has to be encoded. */
    static final int SHORT = LogText.LENGTH / ESCAPE;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private LogFieldEncoder() {}

    /**
     * Encodes spaces and percent signs as {@code %20} and {@code %25}, and likewise control characters, which could forge a line. Cuts what
     * is very long.
     */
    static String encode(String value) {
        String encoded = encodeAll(value);
        if (encoded.length() <= LogText.LENGTH) {
            return encoded;
        }
        // The bytes of an escape stay together.
        int escape = encoded.lastIndexOf('%', LogText.LENGTH - 1);
        boolean split = escape > LogText.LENGTH - ESCAPE;
        return LogText.cut(encoded, split ? escape : LogText.LENGTH);
    }

    private static String encodeAll(String value) {
        int safe = 0;
        while (safe < value.length() && !isUnsafe(value.charAt(safe))) {
            safe++;
        }
        if (safe == value.length()) {
            return value;
        }
        StringBuilder encoded = new StringBuilder(value.length() + 16).append(value, 0, safe);
        for (int i = safe; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isUnsafe(c)) {
                encoded.append('%').append(HEX.toHexDigits(c, c <= 0xff ? 2 : 4));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    private static boolean isUnsafe(int c) {
        return c <= ' ' || c == '%' || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
    }
}
