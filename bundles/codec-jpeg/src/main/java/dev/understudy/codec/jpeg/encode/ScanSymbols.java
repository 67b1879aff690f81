package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * The symbols of a scan, or of a part of it, in their order, each with the bits that follow it, and how often each of them occurs. For one
 * thread.
 */
final class ScanSymbols implements SymbolTarget {

    /** What stands for bits without a symbol. */
    static final int NONE = 4 * HuffmanCode.SYMBOLS;

    private static final int SYMBOL_BITS = 11;
    private static final long DC = 1;
    private static final int SIZE_BITS = 5;

    private final Queue<SymbolBlock> free;
    private final List<SymbolBlock> full = new ArrayList<>();
    private final int[] counts = new int[NONE + 1];
    private int[] entries;
    private int used;
    private SymbolBlock block;
    private int before;

    /**
     * No symbols.
     *
     * @param free blocks of memory that nobody uses, taken from and given back to, by several threads
     */
    ScanSymbols(Queue<SymbolBlock> free) {
        this.free = free;
        block = take();
        entries = block.entries;
    }

    private SymbolBlock take() {
        SymbolBlock one = free.poll();
        return one == null ? new SymbolBlock() : one;
    }

    @Override
    public void symbol(int table, int symbol, int size, int bits) {
        add(entry(table * HuffmanCode.SYMBOLS + symbol, size, bits));
    }

    @Override
    public void bits(int count, int bits) {
        add(entry(NONE, count, bits));
    }

    /** Adds the symbols of all coefficients of a block but the first. */
    void coefficients(int table, Blocks row, int block) {
        if (used > SymbolBlock.SIZE - ZigZag.COUNT) {
            next();
        }
        // in local variables, which is faster than a call for each
        int[] target = entries;
        int[] occurred = counts;
        int first = table * HuffmanCode.SYMBOLS;
        int at = used;
        int last = 0;
        for (long left = row.nonZero(block) & ~DC; left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            int zeros = place - last - 1;
            for (; zeros > SequentialEncoder.LONGEST_RUN; zeros -= SequentialEncoder.LONGEST_RUN + 1) {
                target[at++] = entry(first + SequentialEncoder.ZEROS, 0, 0);
                occurred[first + SequentialEncoder.ZEROS]++;
            }
            int value = row.at(block, place);
            int size = BlockEncoder.size(Math.abs(value));
            int symbol = first + (zeros << 4 | size);
            target[at++] = entry(symbol, size, BlockEncoder.bits(value, size));
            occurred[symbol]++;
            last = place;
        }
        if (last < ZigZag.COUNT - 1) {
            target[at++] = entry(first + SequentialEncoder.END_OF_BLOCK, 0, 0);
            occurred[first + SequentialEncoder.END_OF_BLOCK]++;
        }
        used = at;
    }

    private static int entry(int symbol, int size, int bits) {
        return (bits << SIZE_BITS | size) << SYMBOL_BITS | symbol;
    }

    /** The symbol of an entry, with the number of its table. */
    static int symbolOf(int entry) {
        return entry & (1 << SYMBOL_BITS) - 1;
    }

    private void add(int entry) {
        if (used == SymbolBlock.SIZE) {
            next();
        }
        counts[symbolOf(entry)]++;
        entries[used++] = entry;
    }

    private void next() {
        before += used;
        block.used = used;
        full.add(block);
        block = take();
        entries = block.entries;
        used = 0;
    }

    /** How many there are. */
    int size() {
        return before + used;
    }

    /** Puts a symbol in the place of one that is among the first {@link SymbolBlock#SIZE}. */
    void replace(int place, int table, int symbol, int size, int bits) {
        int[] first = full.isEmpty() ? entries : full.get(0).entries;
        counts[symbolOf(first[place])]--;
        first[place] = entry(table * HuffmanCode.SYMBOLS + symbol, size, bits);
        counts[symbolOf(first[place])]++;
    }

    /** How often each symbol of a table has occurred. */
    int[] counts(int table) {
        return Arrays.copyOfRange(counts, table * HuffmanCode.SYMBOLS, (table + 1) * HuffmanCode.SYMBOLS);
    }

    /** Takes all symbols of another one, and their memory. */
    void addAll(ScanSymbols other) {
        next();
        other.next();
        full.addAll(other.full);
        before += other.before;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        other.full.clear();
        other.clear();
    }

    /**
     * Takes symbols of another one as long as there is room.
     *
     * @param most how many there may be afterwards
     * @param from where they begin in the other one
     * @return where those begin that there is no room for
     */
    int addSome(ScanSymbols other, int from, int most) {
        int start = 0;
        int at = from;
        for (SymbolBlock each : other.blocks()) {
            while (at < start + each.used && size() < most) {
                add(each.entries[at++ - start]);
            }
            start += each.used;
        }
        return at;
    }

    private List<SymbolBlock> blocks() {
        block.used = used;
        List<SymbolBlock> blocks = new ArrayList<>(full);
        blocks.add(block);
        return blocks;
    }

    /** Keeps none of them, and forgets how often they have occurred. */
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
        for (SymbolBlock each : blocks()) {
            out.write(each.entries, each.used, codes);
        }
        drop();
    }

    private void drop() {
        free.addAll(full);
        full.clear();
        used = 0;
        before = 0;
    }

    /** A code and its length, as {@link #writeTo} takes it. */
    static int code(int code, int length) {
        return code << SIZE_BITS | length;
    }

    /** How many bits an entry has in all, when its symbol has a code. */
    static int lengthWithBits(int entry, int code) {
        return (code & (1 << SIZE_BITS) - 1) + size(entry);
    }

    /** All bits of an entry, when its symbol has a code. */
    static long codeWithBits(int entry, int code) {
        return (long) (code >>> SIZE_BITS) << size(entry) | entry >>> SYMBOL_BITS + SIZE_BITS;
    }

    private static int size(int entry) {
        return entry >>> SYMBOL_BITS & (1 << SIZE_BITS) - 1;
    }
}
