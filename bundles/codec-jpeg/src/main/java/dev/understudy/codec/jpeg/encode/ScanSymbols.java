package dev.understudy.codec.jpeg.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The symbols of a scan in their order, each with the bits that follow it, and how often each of them occurs. Blocks of memory
 * are kept for the next scan.
 */
final class ScanSymbols {

    /** How many symbols are kept at most, each as an int. */
    static final int MOST_KEPT = 1 << 21;

    /** What stands for bits without a symbol. */
    static final int NONE = 4 * HuffmanCode.SYMBOLS;

    private static final int BLOCK = 1 << 13;
    private static final int SYMBOL_BITS = 11;
    private static final int SIZE_BITS = 5;

    private final List<int[]> blocks = new ArrayList<>();
    private final int[] counts = new int[NONE + 1];
    private int[] block = new int[BLOCK];
    private int used;
    private int full;

    ScanSymbols() {
        blocks.add(block);
    }

    /**
     * Adds a symbol; there must be room.
     *
     * @param symbol its number, or {@link #NONE}
     * @param size how many bits follow, 0..15
     * @param bits those bits and no others
     */
    void add(int symbol, int size, int bits) {
        if (used == BLOCK) {
            next();
        }
        counts[symbol]++;
        block[used++] = (bits << SIZE_BITS | size) << SYMBOL_BITS | symbol;
    }

    private void next() {
        full++;
        if (full == blocks.size()) {
            blocks.add(new int[BLOCK]);
        }
        block = blocks.get(full);
        used = 0;
    }

    /** Whether there is room for no other symbol. */
    boolean isFull() {
        return used == BLOCK && full == MOST_KEPT / BLOCK - 1;
    }

    /** How often each symbol of a table has occurred. */
    int[] counts(int table) {
        return Arrays.copyOfRange(counts, table * HuffmanCode.SYMBOLS, (table + 1) * HuffmanCode.SYMBOLS);
    }

    /** Begins a new scan. */
    void clear() {
        Arrays.fill(counts, 0);
        drop();
    }

    /**
     * Writes the symbols, and keeps none of them.
     *
     * @param codes of each symbol, each with its length in the lowest {@link #SIZE_BITS} bits
     */
    void writeTo(BitWriter out, int[] codes) {
        for (int i = 0; i < full; i++) {
            write(blocks.get(i), BLOCK, out, codes);
        }
        write(block, used, out, codes);
        drop();
    }

    private void drop() {
        full = 0;
        used = 0;
        block = blocks.get(0);
    }

    private static void write(int[] entries, int count, BitWriter out, int[] codes) {
        for (int i = 0; i < count; i++) {
            int entry = entries[i];
            int code = codes[entry & (1 << SYMBOL_BITS) - 1];
            int size = entry >>> SYMBOL_BITS & (1 << SIZE_BITS) - 1;
            long bits = entry >>> SYMBOL_BITS + SIZE_BITS;
            int length = code & (1 << SIZE_BITS) - 1;
            out.write((long) (code >>> SIZE_BITS) << size | bits, length + size);
        }
    }

    /** A code and its length, as {@link #writeTo} takes it. */
    static int entry(int code, int length) {
        return code << SIZE_BITS | length;
    }
}
