package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.jpeg.syntax.ZigZag;

/**
 * The symbols of a band of coefficients of blocks of one component, without their lowest bits.
 *
 * <p>Source: ITU T.81, annex G.1.2.2.
 */
final class AcEncoder implements BlockEncoder {

    private final SymbolTarget writer;
    private final ScanPlan scan;
    private final int table;
    private final long band;
    private final EndOfBlockRun ended;

    AcEncoder(SymbolTarget writer, Frame frame, ScanPlan scan) {
        this.writer = writer;
        this.scan = scan;
        this.table =
                ScanWriter.AC + frame.components().get(scan.components().get(0)).table();
        this.band = -1L >>> ZigZag.COUNT - 1 - scan.last() & -1L << scan.first();
        this.ended = new EndOfBlockRun(writer, table);
    }

    @Override
    public void add(int component, Blocks row, int block) {
        int before = scan.first() - 1;
        for (long left = row.nonZero(block) & band; left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            int value = row.at(block, place);
            int magnitude = Math.abs(value) >> scan.low();
            if (magnitude != 0) {
                add(place - before - 1, value < 0 ? -magnitude : magnitude);
                before = place;
            }
        }
        if (before < scan.last()) {
            ended.add();
        }
    }

    private void add(int zerosBefore, int value) {
        ended.end();
        int zeros = zerosBefore;
        for (; zeros > SequentialEncoder.LONGEST_RUN; zeros -= SequentialEncoder.LONGEST_RUN + 1) {
            writer.symbol(table, SequentialEncoder.ZEROS, 0, 0);
        }
        int size = BlockEncoder.size(Math.abs(value));
        writer.symbol(table, zeros << 4 | size, size, BlockEncoder.bits(value, size));
    }

    @Override
    public void addPadding(int component) {
        throw new IllegalStateException("a scan of one component has no MCUs");
    }

    @Override
    public void end() {
        ended.end();
    }
}
