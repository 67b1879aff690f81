package dev.understudy.codec.jpeg.encode;

/** A block of memory for symbols, and how many of them it has. For one thread. */
final class SymbolBlock {

    /** How many symbols there is room for. */
    static final int SIZE = 1 << 12;

    /** The symbols, as {@link ScanSymbols} packs them. */
    final int[] entries = new int[SIZE];

    /** The number of symbols. */
    int used;
}
