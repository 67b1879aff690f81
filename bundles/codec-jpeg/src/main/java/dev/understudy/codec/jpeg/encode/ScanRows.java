package dev.understudy.codec.jpeg.encode;

import java.util.List;

/**
 * The blocks of a scan in their order, by rows: of MCUs, or, of a scan of one component, of its blocks.
 *
 * @param components the coefficients of all components of the frame
 */
record ScanRows(Frame frame, ScanPlan scan, List<ComponentBlocks> components) {

    /** How many rows there are. */
    int count() {
        return isOfOne() ? one().component().rows() : frame.mcuRows();
    }

    private boolean isOfOne() {
        return scan.components().size() == 1;
    }

    private ComponentBlocks one() {
        return components.get(scan.components().get(0));
    }

    /** Adds a row to an encoder. */
    void addTo(BlockEncoder encoder, int row) {
        if (isOfOne()) {
            Blocks blocks = one().row(row);
            for (int block = 0; block < blocks.count(); block++) {
                encoder.add(scan.components().get(0), blocks, block);
            }
            return;
        }
        McuPart[] parts =
                scan.components().stream().map(number -> part(number, row)).toArray(McuPart[]::new);
        int columns = frame.mcuColumns();
        for (int column = 0; column < columns; column++) {
            for (McuPart part : parts) {
                part.addTo(encoder, column);
            }
        }
    }

    private McuPart part(int number, int mcuRow) {
        FrameComponent component = frame.components().get(number);
        int first = mcuRow * component.vertical();
        int height = Math.min(component.vertical(), Math.max(0, component.rows() - first));
        Blocks[] rows = new Blocks[height];
        for (int y = 0; y < height; y++) {
            rows[y] = components.get(number).row(first + y);
        }
        return new McuPart(number, component.horizontal(), component.vertical(), component.columns(), rows);
    }

    /**
     * A component in the MCUs of a row.
     *
     * @param number of the component
     * @param across its blocks in a row of an MCU
     * @param down its blocks in a column of an MCU
     * @param columns of blocks that have samples
     * @param rows those rows of blocks that have samples
     */
    private record McuPart(int number, int across, int down, int columns, Blocks[] rows) {

        void addTo(BlockEncoder encoder, int mcuColumn) {
            int first = mcuColumn * across;
            for (int y = 0; y < down; y++) {
                for (int column = first; column < first + across; column++) {
                    if (y < rows.length && column < columns) {
                        encoder.add(number, rows[y], column);
                    } else {
                        encoder.addPadding(number);
                    }
                }
            }
        }
    }
}
