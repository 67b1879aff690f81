package com.example.understudy.ppm;

import java.nio.ByteBuffer;

/**
 * The head of a PPM file: {@code P6}, width, height and the largest sample, between white space and comments.
 *
 * @param width columns
 * @param height rows
 * @param maximum the largest sample
 * @param length how many bytes it takes
 */
record PpmHeader(int width, int height, int maximum, int length) {

    private static final int LONGEST_NUMBER = 9;

    /** Whether a file begins as PPM does. */
    static boolean startsWith(ByteBuffer head) {
        int at = head.position();
        return head.remaining() > 2
                && head.get(at) == 'P'
                && head.get(at + 1) == '6'
                && (isSpace(head.get(at + 2)) || head.get(at + 2) == '#');
    }

    /**
     * Reads the head of a file.
     *
     * @throws IllegalArgumentException when it is none, says what is wrong
     */
    static PpmHeader of(ByteBuffer file) {
        if (!startsWith(file)) {
            throw new IllegalArgumentException("not a PPM file");
        }
        ByteBuffer rest = file.duplicate();
        rest.position(rest.position() + 2);
        int width = number(rest);
        int height = number(rest);
        int maximum = number(rest);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("an image of " + width + " x " + height + " pixels");
        }
        return new PpmHeader(width, height, maximum, rest.position() - file.position());
    }

    /** Reads a number and the one white space behind it. */
    private static int number(ByteBuffer rest) {
        int next = next(rest);
        while (isSpace(next) || next == '#') {
            while (next == '#' && next(rest) != '\n') {
                // a comment ends with its line
            }
            next = next(rest);
        }
        StringBuilder digits = new StringBuilder();
        while (next >= '0' && next <= '9' && digits.length() < LONGEST_NUMBER) {
            digits.append((char) next);
            next = next(rest);
        }
        if (digits.isEmpty() || !isSpace(next)) {
            throw new IllegalArgumentException("a number in its head cannot be read");
        }
        return Integer.parseInt(digits.toString());
    }

    private static int next(ByteBuffer rest) {
        if (!rest.hasRemaining()) {
            throw new IllegalArgumentException("the file ends in its head");
        }
        return rest.get();
    }

    private static boolean isSpace(int character) {
        return character == ' ' || character >= '\t' && character <= '\r';
    }
}
