package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.jpeg.syntax.ZigZag;

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

    private static final int END_OF_BLOCK = 0;
    private static final long DC = 1;

    private final ScanWriter writer;
    private final DcEncoder dc;
    private final int[] tables;

    SequentialEncoder(ScanWriter writer, Frame frame) {
        this.writer = writer;
        this.dc = new DcEncoder(writer, frame, 0);
        this.tables = frame.components().stream()
                .mapToInt(component -> ScanWriter.AC + component.table())
                .toArray();
    }

    @Override
    public void add(int component, Blocks row, int block) {
        dc.add(component, row, block);
        int table = tables[component];
        int before = 0;
        for (long left = row.nonZero(block) & ~DC; left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            int zeros = place - before - 1;
            for (; zeros > LONGEST_RUN; zeros -= LONGEST_RUN + 1) {
                writer.symbol(table, ZEROS, 0, 0);
            }
            int value = row.at(block, place);
            int size = BlockEncoder.size(Math.abs(value));
            writer.symbol(table, zeros << 4 | size, size, BlockEncoder.bits(value, size));
            before = place;
        }
        if (before < ZigZag.COUNT - 1) {
            writer.symbol(table, END_OF_BLOCK, 0, 0);
        }
    }

    @Override
    public void addPadding(int component) {
        dc.addPadding(component);
        writer.symbol(tables[component], END_OF_BLOCK, 0, 0);
    }
}
