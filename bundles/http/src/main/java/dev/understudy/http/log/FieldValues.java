package dev.understudy.http.log;

import java.util.Locale;

/** Values from outside, made safe for a line whose fields are separated by spaces. */
final class FieldValues {

    private FieldValues() {}

    /** Writes spaces and per cent signs as {@code %20} and {@code %25}, and control characters, which could forge a line, alike. */
    static String encode(String value) {
        if (value.chars().noneMatch(FieldValues::isUnsafe)) {
            return value;
        }
        StringBuilder encoded = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isUnsafe(c)) {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
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
