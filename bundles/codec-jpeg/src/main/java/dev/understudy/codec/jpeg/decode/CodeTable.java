package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;

/**
 * Huffman codes for fast decoding. A symbol is a run of zeros in its upper four bits and in the lower four the number of bits of the
 * coefficient behind it. What begins with a code of 11 bits or less is looked up at once: the code's length, the run and, when it
 * fits in those bits, the coefficient itself. Longer codes are searched by their lengths.
 *
 * <p>Source: ITU-T T.81, annexes C and F.2.2.
 */
final class CodeTable {

    /** The most bits that a DC difference and an AC coefficient of 8-bit samples have. */
    private static final int MAX_DC_BITS = 11;

    private static final int MAX_AC_BITS = 10;

    private static final int QUICK_BITS = 11;
    private static final int LENGTHS = 0x1f;
    private static final int RUN_SHIFT = 5;
    private static final int EXTRA_SHIFT = 9;
    private static final int VALUE_SHIFT = 16;
    private static final int NIBBLE = 0xf;
    private static final int IS_CODE = 1 << 13;

    private final CodeSpec spec;
    private final int mostBits;
    private final int mostRun;
    private final int[] quick = new int[1 << QUICK_BITS];
    /** By lengths the first code that is too large for them, at the upper end of 16 bits. */
    private final int[] ends = new int[CodeSpec.LENGTHS + 1];
    /** By lengths what is added to a code for its symbol's index. */
    private final int[] offsets = new int[CodeSpec.LENGTHS + 1];

    /**
     * A table.
     *
     * @param mostBits the most bits that a coefficient can have; codes for more are as if they did not exist
     * @param mostRun the longest run of zeros, likewise
     */
    private CodeTable(CodeSpec spec, int mostBits, int mostRun) throws DamagedException {
        this.spec = spec;
        this.mostBits = mostBits;
        this.mostRun = mostRun;
        int code = 0;
        int index = 0;
        for (int length = 1; length <= CodeSpec.LENGTHS; length++) {
            offsets[length] = index - code;
            for (int i = 0; i < spec.count(length); i++) {
                addQuick(code + i, length, spec.symbol(index + i));
            }
            index += spec.count(length);
            code += spec.count(length);
            if (code > 1 << length) {
                throw new DamagedException("a table of more codes than there can be");
            }
            ends[length] = code << CodeSpec.LENGTHS - length;
            code <<= 1;
        }
    }

    /** A table for differences of first coefficients. */
    static CodeTable dc(CodeSpec spec) throws DamagedException {
        return new CodeTable(spec, MAX_DC_BITS, 0);
    }

    /** A table for the other coefficients. */
    static CodeTable ac(CodeSpec spec) throws DamagedException {
        return new CodeTable(spec, MAX_AC_BITS, NIBBLE);
    }

    private boolean exists(int symbol) {
        return (symbol & NIBBLE) <= mostBits && symbol >> 4 <= mostRun;
    }

    private void addQuick(int code, int length, int symbol) {
        if (length > QUICK_BITS || code >= 1 << length || !exists(symbol)) {
            return;
        }
        int free = QUICK_BITS - length;
        int bits = symbol & NIBBLE;
        for (int rest = 0; rest < 1 << free; rest++) {
            int entry = entry(length, symbol);
            if (bits > 0 && bits <= free) {
                long following = (long) rest << Long.SIZE - free;
                entry = withValue(IS_CODE | length + bits | entry & NIBBLE << RUN_SHIFT, number(following, bits));
            }
            quick[code << free | rest] = entry;
        }
    }

    private static int entry(int length, int symbol) {
        return IS_CODE | length | symbol >> 4 << RUN_SHIFT | (symbol & NIBBLE) << EXTRA_SHIFT;
    }

    /** The entry of the code that bits begin with, the first bit at the upper end. */
    int find(long bits) throws DamagedException {
        int entry = quick[(int) (bits >>> Long.SIZE - QUICK_BITS)];
        return entry == 0 ? findLong(bits) : entry;
    }

    /** The entry of the code that bits begin with, if it is one of those that are looked up at once and has no more than so many bits; else 0. */
    int quick(long bits, int most) {
        int entry = quick[(int) (bits >>> Long.SIZE - QUICK_BITS)];
        int value = Math.abs(value(entry));
        int length = length(entry) - (Integer.SIZE - Integer.numberOfLeadingZeros(value));
        return length <= most ? entry : 0;
    }

    private int findLong(long bits) throws DamagedException {
        int start = (int) (bits >>> Long.SIZE - CodeSpec.LENGTHS);
        for (int length = 1; length <= CodeSpec.LENGTHS; length++) {
            if (start < ends[length]) {
                int symbol = spec.symbol((start >> CodeSpec.LENGTHS - length) + offsets[length]);
                if (!exists(symbol)) {
                    break;
                }
                return entry(length, symbol);
            }
        }
        throw new DamagedException("a code that does not exist");
    }

    /** How many bits are passed over for an entry. */
    static int length(int entry) {
        return entry & LENGTHS;
    }

    /** How many zeros stand before the coefficient. */
    static int run(int entry) {
        return entry >> RUN_SHIFT & NIBBLE;
    }

    /** How many bits of the coefficient are still to be read behind those; 0 when the entry holds it. */
    static int extra(int entry) {
        return entry >> EXTRA_SHIFT & NIBBLE;
    }

    /** The coefficient; 0 when there is none. */
    static int value(int entry) {
        return entry >> VALUE_SHIFT;
    }

    /** Whether there is no coefficient, neither in the entry nor behind it. */
    static boolean isZeros(int entry) {
        return (entry & (-1 << VALUE_SHIFT | NIBBLE << EXTRA_SHIFT)) == 0;
    }

    static int withValue(int entry, int value) {
        return entry & ~(NIBBLE << EXTRA_SHIFT) & 0xffff | value << VALUE_SHIFT;
    }

    /** The number that the first 1 to 16 of some bits stand for: those that begin with a zero are negative. */
    static int number(long bits, int length) {
        int number = (int) (bits >>> Long.SIZE - length);
        return bits < 0 ? number : number - (1 << length) + 1;
    }
}
