package dev.understudy.codec.jpeg.encode;

import dev.understudy.image.Plane;
import java.util.Arrays;

/** Makes quantized coefficients of the samples of a component, a row of blocks at a time. */
final class BlockReader {

    private final FrameComponent component;
    private final CoefficientQuantizer quantizer;
    private final ForwardTransform transform;
    private final byte[] line = new byte[ForwardTransform.LENGTH];

    /**
     * A reader of one component.
     *
     * @param transform which several readers can share
     */
    BlockReader(FrameComponent component, QuantizationTable table, ForwardTransform transform) {
        this.component = component;
        this.transform = transform;
        quantizer = new CoefficientQuantizer(table);
    }

    /** Reads the row of blocks number {@code row}. Blocks that stand out of the plane repeat its last samples. */
    void read(int row, Blocks target) {
        target.clear();
        for (int first = 0; first < target.count(); first += ForwardTransform.BLOCKS) {
            int count = Math.min(ForwardTransform.BLOCKS, target.count() - first);
            transform.begin(count);
            load(row, first * 8);
            transform.run();
            quantizer.run(transform);
            target.take(quantizer, first, count);
        }
    }

    private void load(int blockRow, int left) {
        Plane plane = component.plane();
        int length = Math.min(ForwardTransform.LENGTH, plane.width() - left);
        for (int i = 0; i < 8; i++) {
            int y = Math.min(plane.height() - 1, blockRow * 8 + i);
            int start = y * plane.width() + left;
            System.arraycopy(plane.samples(), start, line, 0, length);
            Arrays.fill(line, length, line.length, line[length - 1]);
            transform.load(i, line);
        }
    }
}
