package dev.understudy.codec.jpeg.encode;

import java.util.List;
import java.util.Queue;

/** The symbols of some rows of MCUs one below the other of a sequential scan, made without knowing those above. */
final class SequentialStrip {

    private final int from;
    private final int to;
    private final ScanSymbols symbols;
    private final SequentialEncoder encoder;

    /**
     * A strip.
     *
     * @param from its first row of MCUs
     * @param to the one behind its last
     */
    SequentialStrip(Frame frame, int from, int to, Queue<SymbolBlock> memory) {
        this.from = from;
        this.to = to;
        symbols = new ScanSymbols(memory);
        encoder = new SequentialEncoder(symbols, frame);
    }

    /** Makes its symbols. */
    void encode(FrameReader reader, Frame frame, ScanPlan scan, List<ComponentBlocks> coefficients) {
        ScanRows rows = new ScanRows(frame, scan, coefficients);
        for (int row = from; row < to; row++) {
            reader.read(row, coefficients);
            rows.addTo(encoder, row);
        }
    }

    /**
     * Adds its symbols to the scan.
     *
     * @param last the last DC of each component above it; afterwards its own
     */
    void addTo(ScanWriter writer, int[] last) {
        encoder.continueFrom(last);
        writer.addAll(symbols);
    }
}
