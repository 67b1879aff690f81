package dev.understudy.source.web;

import java.nio.charset.StandardCharsets;

/** Writes names as the paths of URLs: whatever is not a letter, a digit or one of {@code -._~/} is percent-encoded, as RFC 3986 has it. */
final class PathEncoding {

    private static final String PLAIN = "-._~/";
    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

    private PathEncoding() {}

    static String encode(String name) {
        StringBuilder encoded = new StringBuilder(name.length() + 16);
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            boolean plain = letter >= 'a' && letter <= 'z'
                    || letter >= 'A' && letter <= 'Z'
                    || letter >= '0' && letter <= '9'
                    || PLAIN.indexOf(letter) >= 0;
            if (plain) {
                encoded.append(letter);
            } else {
                encoded.append('%').append(DIGITS[letter >> 4]).append(DIGITS[letter & 15]);
            }
        }
        return encoded.toString();
    }
}
