package dev.understudy.codec.jpeg.encode;

/**
 * Blocks one after another that have nothing more in a scan, which are told together.
 *
 * <p>Source: ITU T.81, annex G.1.2.2.
 */
final class EndOfBlockRun {

    private static final int LONGEST = 0x7fff;

    private final SymbolTarget writer;
    private final int table;
    private final CorrectionBits corrections;
    private int length;

    /**
     * A run.
     *
     * @param table that of the scan
     */
    EndOfBlockRun(SymbolTarget writer, int table) {
        this.writer = writer;
        this.table = table;
        this.corrections = new CorrectionBits(writer);
    }

    /** Adds a block, and the bits that correct what earlier scans have of it. */
    void add(CorrectionBits ofBlock) {
        length++;
        corrections.take(ofBlock);
        if (length == LONGEST || corrections.isFull()) {
            end();
        }
    }

    /** Adds a block of which nothing is corrected. */
    void add() {
        length++;
        if (length == LONGEST) {
            end();
        }
    }

    /** Writes the run, if there is one. */
    void end() {
        if (length > 0) {
            int size = BlockEncoder.size(length) - 1;
            writer.symbol(table, size << 4, size, length - (1 << size));
            corrections.write();
            length = 0;
        }
    }
}
