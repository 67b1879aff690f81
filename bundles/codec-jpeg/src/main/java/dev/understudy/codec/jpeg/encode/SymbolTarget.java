package dev.understudy.codec.jpeg.encode;

/** Takes the symbols of a scan in their order, each with the bits that follow it. */
interface SymbolTarget {

    /**
     * Adds a symbol.
     *
     * @param table the number of the component's table, more by {@link ScanWriter#AC} for that of AC
     * @param size how many bits follow the symbol, 0..15
     * @param bits those bits and no others
     */
    void symbol(int table, int symbol, int size, int bits);

    /** Adds bits without a symbol, 0..15. */
    void bits(int count, int bits);
}
