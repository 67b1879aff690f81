package dev.understudy.codec.jpeg.encode;

/**
 * One more bit of the first coefficients of blocks.
 *
 * <p>Source: ITU T.81, annex G.1.2.1.
 *
 * @param low how many bits are left to later scans
 */
record DcRefinement(SymbolTarget writer, int low) implements BlockEncoder {

    @Override
    public void add(int component, Blocks row, int block) {
        writer.bits(1, row.at(block, 0) >> low & 1);
    }

    @Override
    public void addPadding(int component) {
        writer.bits(1, 0);
    }
}
