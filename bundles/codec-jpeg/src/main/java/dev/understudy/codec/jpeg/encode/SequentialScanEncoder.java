package dev.understudy.codec.jpeg.encode;

import dev.understudy.image.IdleProcessors;
import dev.understudy.image.PartLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Makes the symbols of a sequential scan, strip by strip, with the help of idle processors. Only as many strips at a time as there is
 * memory for whatever comes out of them.
 */
final class SequentialScanEncoder {

    /** Blocks of a strip, if a row of MCUs has no more. */
    private static final int STRIP = 1024;

    /** Blocks of the strips that are made at a time, at least. */
    private static final int TOGETHER = 8 * STRIP;

    /** Symbols of a block, at most. */
    private static final int MOST_SYMBOLS = 65;

    private final Frame frame;
    private final List<QuantizationTable> tables;
    private final int flip;
    private final IdleProcessors processors;
    private final int blocksOfRow;
    private final Queue<SymbolBlock> memory = new ConcurrentLinkedQueue<>();

    SequentialScanEncoder(Frame frame, List<QuantizationTable> tables, int flip, IdleProcessors processors) {
        this.frame = frame;
        this.tables = tables;
        this.flip = flip;
        this.processors = processors;
        blocksOfRow = frame.mcuColumns() * frame.blocksOfMcu();
    }

    /** The most symbols that are there beside those that a {@link ScanWriter} keeps. */
    static long mostSymbols(long width, long area) {
        // a row of MCUs has half a block for each column of the image, at most
        return Math.min(area, Math.max(TOGETHER + STRIP, width / 2 + 1)) * MOST_SYMBOLS;
    }

    void encode(ScanPlan scan, ScanWriter writer) {
        int[] last = new int[frame.components().size()];
        int rowsOfStrip = Math.max(1, STRIP / blocksOfRow);
        for (int row = 0; row < frame.mcuRows(); ) {
            int blocks = Math.max(TOGETHER, writer.room() / MOST_SYMBOLS);
            int end = Math.min(frame.mcuRows(), row + Math.max(1, blocks / blocksOfRow));
            List<SequentialStrip> strips = new ArrayList<>();
            for (; row < end; row += rowsOfStrip) {
                strips.add(new SequentialStrip(frame, row, Math.min(end, row + rowsOfStrip), memory));
            }
            row = end;
            PartLoop.run(processors, strips.size(), () -> worker(scan, strips));
            strips.forEach(strip -> strip.addTo(writer, last));
        }
    }

    private PartLoop.Worker worker(ScanPlan scan, List<SequentialStrip> strips) {
        FrameReader reader = new FrameReader(frame, tables, flip);
        List<ComponentBlocks> coefficients = frame.newBlocks(false);
        return part -> strips.get(part).encode(reader, frame, scan, coefficients);
    }
}
