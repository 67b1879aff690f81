package dev.understudy.codec.jpeg.encode;

import java.util.ArrayList;
import java.util.List;

/** Makes quantized coefficients of the samples of all components, a row of MCUs at a time. For one thread. */
final class FrameReader {

    private final List<BlockReader> readers = new ArrayList<>();

    /**
     * A reader.
     *
     * @param tables of quantization, by their numbers
     * @param flip which bits of all samples are to be turned over
     */
    FrameReader(Frame frame, List<QuantizationTable> tables, int flip) {
        ForwardTransform transform = new ForwardTransform(flip);
        for (FrameComponent component : frame.components()) {
            readers.add(new BlockReader(component, tables.get(component.table()), transform));
        }
    }

    /** Reads the row of MCUs number {@code mcuRow} of all components. */
    void read(int mcuRow, List<ComponentBlocks> components) {
        for (int i = 0; i < readers.size(); i++) {
            components.get(i).read(mcuRow, readers.get(i));
        }
    }
}
