package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.io.FileBuffer;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.PartLoop;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Writes the scans of a frame. */
final class FrameEncoder {

    /** Fewer blocks are not worth a helper. */
    private static final int WORTH_HELP = 1 << 12;

    private final Frame frame;
    private final List<QuantizationTable> tables;
    private final int flip;
    private final IdleProcessors processors;

    /**
     * An encoder for one frame.
     *
     * @param tables of quantization, by their numbers
     * @param flip which bits of all samples are to be turned over
     * @param processors what may help
     */
    FrameEncoder(Frame frame, List<QuantizationTable> tables, int flip, IdleProcessors processors) {
        this.frame = frame;
        this.tables = tables;
        this.flip = flip;
        this.processors = frame.blocks() < WORTH_HELP ? IdleProcessors.NONE : processors;
    }

    /** Writes the one scan of a sequential file. */
    void writeSequential(ScanPlan scan, Headers headers, FileBuffer file) {
        ScanSymbols symbols = new ScanSymbols(new ConcurrentLinkedQueue<>());
        ScanWriter writer = new ScanWriter(headers, file, frame, scan, symbols);
        new SequentialScanEncoder(frame, tables, flip, processors).encode(scan, writer);
        writer.end();
    }

    /** Writes the scans of a progressive file. */
    void writeProgressive(List<ScanPlan> scans, Headers headers, FileBuffer file) {
        List<ComponentBlocks> coefficients = frame.newBlocks(true);
        PartLoop.run(processors, frame.mcuRows(), () -> {
            FrameReader reader = new FrameReader(frame, tables, flip);
            return row -> reader.read(row, coefficients);
        });
        ScanSymbols symbols = new ScanSymbols(new ConcurrentLinkedQueue<>());
        for (ScanPlan scan : scans) {
            ScanWriter writer = new ScanWriter(headers, file, frame, scan, symbols);
            ScanRows rows = new ScanRows(frame, scan, coefficients);
            BlockEncoder encoder = encoder(writer, scan);
            for (int row = 0; row < rows.count(); row++) {
                rows.addTo(encoder, row);
            }
            encoder.end();
            writer.end();
        }
    }

    private BlockEncoder encoder(ScanWriter writer, ScanPlan scan) {
        if (scan.first() == 0) {
            return scan.refines() ? new DcRefinement(writer, scan.low()) : new DcEncoder(writer, frame, scan.low());
        }
        return scan.refines() ? new AcRefinement(writer, frame, scan) : new AcEncoder(writer, frame, scan);
    }
}
