package dev.understudy.codec.jpeg;

import dev.understudy.codec.io.DamagedException;
import java.io.IOException;

/** The codes of a DHT segment's table, shortest first; those of one length follow each other. */
final class HuffmanTable {

    private static final int LENGTHS = 16;

    private final int[] counts = new int[LENGTHS + 1];
    private final byte[] symbols;

    /**
     * A table.
     *
     * @param segment the segment's content
     * @param start where the table begins in it, behind its class and number
     */
    HuffmanTable(byte[] segment, int start) throws DamagedException {
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

    /** The symbol of the next code. */
    int read(CodeBits bits) throws IOException {
        int code = 0;
        int first = 0;
        int before = 0;
        for (int length = 1; length <= LENGTHS; length++) {
            code = code << 1 | bits.next();
            if (code - first < counts[length]) {
                return symbols[before + code - first] & 0xff;
            }
            before += counts[length];
            first = first + counts[length] << 1;
        }
        throw new DamagedException("a code that does not exist");
    }
}
