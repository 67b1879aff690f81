package dev.understudy.codec.jpeg.encode;

/** Makes the symbols of a scan out of its blocks, which come in the order of the scan. */
interface BlockEncoder {

    /**
     * Adds a block.
     *
     * @param component its number in the frame
     * @param row a row of blocks, of which it is one
     */
    void add(int component, Blocks row, int block);

    /** Adds a block without samples that only makes an MCU whole: what it shows does not matter. */
    void addPadding(int component);

    /** Adds what has been put off. */
    default void end() {}

    /** How many bits a magnitude takes. */
    static int size(int magnitude) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(magnitude);
    }

    /** The bits that tell a value whose magnitude takes so many: those of the value, less one when it is negative. */
    static int bits(int value, int size) {
        return value + (value >> 31) & (1 << size) - 1;
    }
}
