package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;

/**
 * How far to go where coefficients of a block are not wanted. Each of the next 12 bits' values has an entry that takes all codes
 * together that these bits have whole, and the numbers behind them: how many bits that are, how many coefficients, and whether the
 * block ends there. What the entry does not take is decoded code by code, and so is what would reach beyond the block's end: there
 * damage shows.
 */
final class SkipTable {

    /** Added to the number of the next coefficient where a block ends. */
    static final int END = 128;

    /** Set in the number of the next coefficient where codes have to be decoded one by one. */
    static final int ONE_BY_ONE = 64;

    private static final int BITS = 12;
    private static final int COUNT_SHIFT = 6;
    private static final int ZEROS = 15;

    private final char[] entries = new char[1 << BITS];

    /** The entries for codes of coefficients that are not the first of a block. */
    SkipTable(CodeTable codes) throws DamagedException {
        for (int i = 0; i < entries.length; i++) {
            entries[i] = entry(codes, (long) i << Long.SIZE - BITS);
        }
    }

    private static char entry(CodeTable codes, long bits) throws DamagedException {
        int length = 0;
        int count = 0;
        while (length < BITS) {
            int code = codes.quick(bits << length, BITS - length);
            if (code == 0 || count + CodeTable.run(code) + 1 >= ONE_BY_ONE) {
                break;
            }
            boolean zeros = CodeTable.isZeros(code);
            if (zeros && CodeTable.run(code) == 0) {
                return (char) (END + count << COUNT_SHIFT | length + CodeTable.length(code));
            }
            if (zeros && CodeTable.run(code) != ZEROS) {
                break;
            }
            length += CodeTable.length(code) + CodeTable.extra(code);
            count += CodeTable.run(code) + 1;
        }
        return (char) ((count == 0 ? ONE_BY_ONE : count) << COUNT_SHIFT | length);
    }

    /** The entry for what comes next, the first bit at the upper end; its lowest six bits are how many bits it takes. */
    int find(long bits) {
        return entries[(int) (bits >>> Long.SIZE - BITS)];
    }

    /** The coefficient that comes behind an entry, with {@link #END} or {@link #ONE_BY_ONE}. */
    static int next(int before, int entry) {
        return before + (entry >> COUNT_SHIFT);
    }
}
