package dev.understudy.codec.jpeg.encode;

import java.util.Arrays;

/**
 * The symbols of blocks whose coefficients are all in one scan.
 *
 * <p>Source: ITU T.81, annex F.1.2.
 */
final class SequentialEncoder implements BlockEncoder {

    /** More zeros than this are told apart. */
    static final int LONGEST_RUN = 15;
    /** One zero more than that. */
    static final int ZEROS = 0xf0;

    static final int END_OF_BLOCK = 0;

    private static final int NOWHERE = -1;

    private final ScanSymbols symbols;
    private final DcEncoder dc;
    private final int[] tables;
    /** The first DC of each component, and where its symbol is. */
    private final int[] firsts;

    private final int[] places;

    /** An encoder of a part of a scan, which begins as if there were nothing before it. */
    SequentialEncoder(ScanSymbols symbols, Frame frame) {
        this.symbols = symbols;
        this.dc = new DcEncoder(symbols, frame, 0);
        this.tables = frame.components().stream()
                .mapToInt(component -> ScanWriter.AC + component.table())
                .toArray();
        firsts = new int[tables.length];
        places = new int[tables.length];
        Arrays.fill(places, NOWHERE);
    }

    @Override
    public void add(int component, Blocks row, int block) {
        if (places[component] == NOWHERE) {
            places[component] = symbols.size();
            firsts[component] = row.at(block, 0);
        }
        dc.add(component, row, block);
        symbols.coefficients(tables[component], row, block);
    }

    @Override
    public void addPadding(int component) {
        dc.addPadding(component);
        symbols.symbol(tables[component], END_OF_BLOCK, 0, 0);
    }

    /**
     * Corrects the first DC symbol of each component, for what is before this part.
     *
     * @param last the last DC of each component there; afterwards that of this part
     */
    void continueFrom(int[] last) {
        for (int component = 0; component < tables.length; component++) {
            int difference = firsts[component] - last[component];
            int size = BlockEncoder.size(Math.abs(difference));
            int table = tables[component] - ScanWriter.AC;
            symbols.replace(places[component], table, size, size, BlockEncoder.bits(difference, size));
            last[component] = dc.last(component);
        }
    }
}
