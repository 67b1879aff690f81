package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.io.FileBuffer;
import java.util.ArrayList;
import java.util.List;

/** Writes the scans of a frame. */
final class FrameEncoder {

    private final Frame frame;
    private final List<ComponentBlocks> coefficients = new ArrayList<>();
    private final boolean progressive;

    /**
     * An encoder for one frame.
     *
     * @param tables of quantization, by their numbers
     * @param flip which bits of all samples are to be turned over
     */
    FrameEncoder(Frame frame, List<QuantizationTable> tables, int flip, boolean progressive) {
        this.frame = frame;
        this.progressive = progressive;
        ForwardTransform transform = new ForwardTransform(flip);
        for (FrameComponent component : frame.components()) {
            BlockReader reader = new BlockReader(component, tables.get(component.table()), transform);
            coefficients.add(new ComponentBlocks(component, reader, progressive));
        }
    }

    void write(List<ScanPlan> scans, Headers headers, FileBuffer file) {
        if (progressive) {
            for (int row = 0; row < frame.mcuRows(); row++) {
                read(row);
            }
        }
        ScanSymbols symbols = new ScanSymbols();
        for (ScanPlan scan : scans) {
            ScanWriter writer = new ScanWriter(headers, file, frame, scan, symbols);
            BlockEncoder encoder = encoder(writer, scan);
            if (scan.components().size() == 1) {
                addBlocks(encoder, scan.components().get(0));
            } else {
                addMcus(encoder, scan);
            }
            encoder.end();
            writer.end();
        }
    }

    private void read(int mcuRow) {
        for (ComponentBlocks component : coefficients) {
            component.read(mcuRow);
        }
    }

    private BlockEncoder encoder(ScanWriter writer, ScanPlan scan) {
        if (!progressive) {
            return new SequentialEncoder(writer, frame);
        }
        if (scan.first() == 0) {
            return scan.refines() ? new DcRefinement(writer, scan.low()) : new DcEncoder(writer, frame, scan.low());
        }
        return scan.refines() ? new AcRefinement(writer, frame, scan) : new AcEncoder(writer, frame, scan);
    }

    /** Adds the blocks of one component from left to right, from top to bottom. */
    private void addBlocks(BlockEncoder encoder, int number) {
        ComponentBlocks one = coefficients.get(number);
        for (int row = 0; row < one.component().rows(); row++) {
            if (!progressive) {
                read(row);
            }
            Blocks blocks = one.row(row);
            for (int block = 0; block < blocks.count(); block++) {
                encoder.add(number, blocks, block);
            }
        }
    }

    private void addMcus(BlockEncoder encoder, ScanPlan scan) {
        for (int row = 0; row < frame.mcuRows(); row++) {
            if (!progressive) {
                read(row);
            }
            for (int column = 0; column < frame.mcuColumns(); column++) {
                for (int number : scan.components()) {
                    addMcu(encoder, number, row, column);
                }
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
                    encoder.add(number, coefficients.get(number).row(row), column);
                } else {
                    encoder.addPadding(number);
                }
            }
        }
    }
}
