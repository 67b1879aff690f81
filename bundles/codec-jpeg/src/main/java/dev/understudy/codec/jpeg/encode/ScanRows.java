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
        for (int column = 0; column < frame.mcuColumns(); column++) {
            for (int number : scan.components()) {
                addMcu(encoder, number, row, column);
            }
        }
    }

    private void addMcu(BlockEncoder encoder, int number, int mcuRow, int mcuColumn) {
        FrameComponent component = frame.components().get(number);
        for (int y = 0; y < component.vertical(); y++) {
            int row = mcuRow * component.vertical() + y;
            for (int x = 0; x < component.horizontal(); x++) {
                int column = mcuColumn * component.horizontal() + x;
                if (row < component.rows() && column < component.columns()) {
                    encoder.add(number, components.get(number).row(row), column);
                } else {
                    encoder.addPadding(number);
                }
            }
        }
    }
}
