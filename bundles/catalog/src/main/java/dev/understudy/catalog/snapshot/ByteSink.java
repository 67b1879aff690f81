package dev.understudy.catalog.snapshot;

import java.util.Arrays;

/** A growing array of bytes that one record after the other is written to. */
final class ByteSink {

    private static final int MIN = 256;

    private byte[] bytes = new byte[MIN];
    private int length;

    /** Begins anew. */
    void clear() {
        length = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Writes a number without its sign, seven bits a byte, the lowest first. */
    void putNumber(long number) {
        require(10);
        long rest = number;
        while ((rest & ~0x7f) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Writes the lower byte of each character. */
    void putLatin(String text) {
        require(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    /** Writes two bytes a character. */
    void putWide(String text) {
        require(Math.multiplyExact(text.length(), 2));
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) (text.charAt(i) >> 8);
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    private void require(int more) {
        int needed = Math.addExact(length, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8)));
        }
    }
}
