package dev.understudy.codec.jpeg.encode;

/** The coefficients of a component: of as many rows of blocks as are needed at a time. */
final class ComponentBlocks {

    private final FrameComponent component;
    private final Blocks[] rows;

    /**
     * Coefficients, none of them read.
     *
     * @param whole whether all rows are needed at a time; else those of a row of MCUs
     */
    ComponentBlocks(FrameComponent component, boolean whole) {
        this.component = component;
        this.rows = new Blocks[whole ? component.rows() : component.vertical()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Blocks(component.columns());
        }
    }

    /** Reads all rows of blocks of a row of MCUs. */
    void read(int mcuRow, BlockReader reader) {
        int start = mcuRow * component.vertical();
        int end = Math.min(component.rows(), start + component.vertical());
        for (int row = start; row < end; row++) {
            reader.read(row, row(row));
        }
    }

    FrameComponent component() {
        return component;
    }

    /** The row of blocks number {@code row}, which must have been read. */
    Blocks row(int row) {
        return rows[row % rows.length];
    }
}
