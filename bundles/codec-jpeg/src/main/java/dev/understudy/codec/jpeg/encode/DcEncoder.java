package dev.understudy.codec.jpeg.encode;

/**
 * The symbols of the first coefficients of blocks, without their lowest bits.
 *
 * <p>Source: ITU T.81, annexes F.1.2.1 and G.1.2.1.
 */
final class DcEncoder implements BlockEncoder {

    private final SymbolTarget writer;
    private final int[] tables;
    private final int low;
    private final int[] predictions;

    /**
     * An encoder of a scan.
     *
     * @param low how many bits are left to later scans
     */
    DcEncoder(SymbolTarget writer, Frame frame, int low) {
        this.writer = writer;
        this.tables =
                frame.components().stream().mapToInt(FrameComponent::table).toArray();
        this.low = low;
        this.predictions = new int[tables.length];
    }

    @Override
    public void add(int component, Blocks row, int block) {
        int value = row.at(block, 0) >> low;
        addDifference(component, value - predictions[component]);
        predictions[component] = value;
    }

    @Override
    public void addPadding(int component) {
        addDifference(component, 0);
    }

    /** The last value of a component. */
    int last(int component) {
        return predictions[component];
    }

    private void addDifference(int component, int difference) {
        int size = BlockEncoder.size(Math.abs(difference));
        writer.symbol(tables[component], size, size, BlockEncoder.bits(difference, size));
    }
}
