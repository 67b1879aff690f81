package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.jpeg.syntax.ZigZag;
import dev.understudy.image.Plane;
import java.util.Arrays;

/** Makes quantized coefficients of the samples of a component, a row of blocks at a time. */
final class BlockReader {

    /** Moves what lies just between two numbers over to the larger magnitude, as other programs round it. */
    private static final double AWAY_FROM_ZERO = 1 + 2e-5;

    private final FrameComponent component;
    private final float[] factors = new float[ZigZag.COUNT];
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
        for (int i = 0; i < ZigZag.COUNT; i++) {
            int row = ForwardTransform.frequency(i / 8);
            int column = ForwardTransform.frequency(i % 8);
            double scale = ForwardTransform.scale(row) * ForwardTransform.scale(column);
            factors[i] = (float) (AWAY_FROM_ZERO / (scale * table.step(row, column)));
        }
    }

    /** A new row of blocks that fits the component. */
    Blocks newRow() {
        return new Blocks(component.columns());
    }

    /** Reads the row of blocks number {@code row}. Blocks that stand out of the plane repeat its last samples. */
    void read(int row, Blocks target) {
        target.clear();
        for (int first = 0; first < target.count(); first += ForwardTransform.BLOCKS) {
            load(row, first * 8);
            transform.run();
            quantize(target, first);
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

    private void quantize(Blocks target, int first) {
        int count = Math.min(ForwardTransform.BLOCKS, target.count() - first);
        for (int i = 0; i < ZigZag.COUNT; i++) {
            int row = i / 8;
            int column = i % 8;
            int place = ZigZag.place(ForwardTransform.frequency(row), ForwardTransform.frequency(column));
            target.set(first, count, place, transform.results(column), row * ForwardTransform.BLOCKS, factors[i]);
        }
    }
}
