package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;

/** A table of a DHT segment: how many codes there are of each length, and their symbols, shortest first. */
final class CodeSpec {

    static final int LENGTHS = 16;

    private final int[] counts = new int[LENGTHS + 1];
    private final byte[] symbols;

    /**
     * A table.
     *
     * @param segment the segment's content
     * @param start where the table begins in it, behind its class and number
     */
    CodeSpec(byte[] segment, int start) throws DamagedException {
        int sum = 0;
        for (int length = 1; length <= LENGTHS; length++) {
            counts[length] = start + length > segment.length ? 0 : segment[start + length - 1] & 0xff;
            sum += counts[length];
        }
        int from = start + LENGTHS;
        if (sum > 256 || from + sum > segment.length) {
            throw new DamagedException("a table of its codes is cut short");
        }
        symbols = new byte[sum];
        System.arraycopy(segment, from, symbols, 0, sum);
    }

    /** How many bytes it has in the segment, behind class and number. */
    int size() {
        return LENGTHS + symbols.length;
    }

    /** How many codes have so many bits. */
    int count(int length) {
        return counts[length];
    }

    int symbol(int index) {
        return symbols[index] & 0xff;
    }
}
