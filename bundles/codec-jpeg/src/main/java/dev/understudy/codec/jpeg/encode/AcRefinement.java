package dev.understudy.codec.jpeg.encode;

/**
 * One more bit of a band of coefficients of blocks of one component: for those that earlier scans have begun the bit alone, for
 * others that are not zero now a symbol.
 *
 * <p>Source: ITU T.81, annex G.1.2.3.
 */
final class AcRefinement implements BlockEncoder {

    private final SymbolTarget writer;
    private final ScanPlan scan;
    private final int table;
    private final EndOfBlockRun ended;
    private final CorrectionBits corrections;
    private int zeros;

    AcRefinement(SymbolTarget writer, Frame frame, ScanPlan scan) {
        this.writer = writer;
        this.scan = scan;
        this.table =
                ScanWriter.AC + frame.components().get(scan.components().get(0)).table();
        this.ended = new EndOfBlockRun(writer, table);
        this.corrections = new CorrectionBits(writer);
    }

    @Override
    public void add(int component, Blocks row, int block) {
        int lastNew = lastNew(row, block);
        zeros = 0;
        for (int place = scan.first(); place <= scan.last(); place++) {
            int value = row.at(block, place);
            int magnitude = Math.abs(value) >> scan.low();
            if (magnitude == 0) {
                zeros++;
                continue;
            }
            if (place <= lastNew) {
                addZeros();
            }
            if (magnitude > 1) {
                corrections.add(magnitude & 1);
            } else {
                addNew(value);
            }
        }
        if (zeros > 0 || !corrections.isEmpty()) {
            ended.add(corrections);
        }
    }

    /** The last coefficient of a block that this scan begins; behind it, zeros need not be told. */
    private int lastNew(Blocks row, int block) {
        int last = scan.last();
        while (last >= scan.first() && Math.abs(row.at(block, last)) >> scan.low() != 1) {
            last--;
        }
        return last;
    }

    private void addZeros() {
        for (; zeros > SequentialEncoder.LONGEST_RUN; zeros -= SequentialEncoder.LONGEST_RUN + 1) {
            ended.end();
            writer.symbol(table, SequentialEncoder.ZEROS, 0, 0);
            corrections.write();
        }
    }

    private void addNew(int value) {
        ended.end();
        writer.symbol(table, zeros << 4 | 1, 1, value < 0 ? 0 : 1);
        corrections.write();
        zeros = 0;
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
