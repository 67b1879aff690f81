package dev.understudy.http.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines as bytes of UTF-8, in an array that grows and is used again. Belongs to one thread at a time. */
final class LineBuffer {

    private static final int FIRST_CAPACITY = 1024;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;
    private int lines;

    /** Returns the array, of which only the first {@link #length()} bytes count. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Returns how many lines were ended. */
    int lines() {
        return lines;
    }

    /** Returns how many bytes fit without a larger array. */
    int capacity() {
        return bytes.length;
    }

    void clear() {
        length = 0;
        lines = 0;
    }

    /** Ends a line. */
    void end() {
        octet('\n');
        lines++;
    }

    /** Appends a character of ASCII. */
    void octet(char c) {
        reserve(1);
        bytes[length++] = (byte) c;
    }

    /** Appends text as it is. */
    void text(String text) {
        // The encoder of the platform takes eight bytes at a time and more, which is faster than not to make an array.
        raw(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Appends a value from outside, encoded as {@link LogFieldEncoder} does. */
    void field(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        if (value.length() <= LogFieldEncoder.SHORT && PlainAscii.isPlain(encoded)) {
            raw(encoded);
        } else {
            text(LogFieldEncoder.encode(value));
        }
    }

    /** Appends bytes of UTF-8. */
    void raw(byte[] encoded) {
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    /** Appends lines. */
    void lines(LineBuffer others) {
        reserve(others.length);
        System.arraycopy(others.bytes, 0, bytes, length, others.length);
        length += others.length;
        lines += others.lines;
    }

    /** Appends a number. */
    void number(long number) {
        if (number < 0) {
            text(Long.toString(number));
            return;
        }
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        digits(number, digits);
    }

    /** Appends the last digits of a number that is not negative. */
    void digits(long number, int count) {
        reserve(count);
        long rest = number;
        for (int i = count - 1; i >= 0; i--) {
            bytes[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
