package dev.understudy.codec.jpeg.decode;

/** A component in a scan: how many blocks of it a unit has, and the prediction of its next one. */
final class ScanComponent {

    /** What a block of one color has is 1024; some programs change the brightness of coefficients. */
    private static final int MAX_DC = 1280;

    private final int index;
    private final ComponentLayout layout;
    private final int tables;
    private final boolean alone;
    private int prediction;

    /**
     * A component.
     *
     * @param index its place in the frame
     * @param tables the numbers of its tables of codes, of DC in the upper four bits
     * @param alone whether it is the only one in the scan, so that a unit is one block
     */
    ScanComponent(int index, ComponentLayout layout, int tables, boolean alone) {
        this.index = index;
        this.layout = layout;
        this.tables = tables;
        this.alone = alone;
    }

    /** The same with a prediction of its own. */
    ScanComponent forAnother() {
        return new ScanComponent(index, layout, tables, alone);
    }

    int index() {
        return index;
    }

    ComponentLayout layout() {
        return layout;
    }

    int dcTable() {
        return tables >> 4;
    }

    int acTable() {
        return tables & 0xf;
    }

    /** Blocks of it in a row of a unit. */
    int across() {
        return alone ? 1 : layout.component().horizontal();
    }

    /** Rows of blocks of it in a unit. */
    int down() {
        return alone ? 1 : layout.component().vertical();
    }

    void restart() {
        prediction = 0;
    }

    /** The first coefficient of the last block. */
    int prediction() {
        return prediction;
    }

    /** The first coefficient of the next block, by its difference from that of the last one. */
    int predict(int difference) {
        prediction += difference;
        return prediction;
    }

    /** Whether the block that was predicted last is brighter or darker than any can be. */
    boolean isExtreme(int step) {
        return Math.abs((long) prediction * step) > MAX_DC;
    }
}
