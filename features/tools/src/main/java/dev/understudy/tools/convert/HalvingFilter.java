package dev.understudy.tools.convert;

import dev.understudy.image.PixelSize;
import java.io.IOException;

/** Makes an image of half the size, row by row, odd sides rounded up. Beyond an edge its last row or column goes on. */
final class HalvingFilter implements RowSink {

    private final int width;
    private final int height;
    private final int bands;
    private final float[] weights;
    private final RowSink out;
    /** The last rows, halved across; a row is at its number modulo how many there are. */
    private final float[][] recent;

    private final float[] result;
    private int taken;
    private int given;

    /**
     * A filter for one image.
     *
     * @param size that of the larger image
     * @param out takes the rows of the smaller one
     */
    HalvingFilter(PixelSize size, int bands, float[] weights, RowSink out) {
        this.width = size.width();
        this.height = size.height();
        this.bands = bands;
        this.weights = weights.clone();
        this.out = out;
        this.recent = new float[weights.length][bands * half(width)];
        this.result = new float[bands * half(width)];
    }

    private static int half(int side) {
        return (side + 1) / 2;
    }

    @Override
    public void accept(float[] row) throws IOException {
        float[] across = recent[taken % recent.length];
        for (int band = 0; band < bands; band++) {
            halve(row, band * width, across, band * half(width));
        }
        taken++;
        while (given < half(height) && (2 * given + weights.length / 2 < taken || taken == height)) {
            give(2 * given + 1 - weights.length / 2);
            given++;
        }
    }

    private void halve(float[] from, int start, float[] to, int toStart) {
        for (int i = 0; i < half(width); i++) {
            int first = 2 * i + 1 - weights.length / 2;
            float sum = 0;
            if (first >= 0 && first + weights.length <= width) {
                for (int k = 0; k < weights.length; k++) {
                    sum += weights[k] * from[start + first + k];
                }
            } else {
                for (int k = 0; k < weights.length; k++) {
                    sum += weights[k] * from[start + inside(first + k, width)];
                }
            }
            to[toStart + i] = sum;
        }
    }

    /** Hands out the sum of rows from {@code first} on. */
    private void give(int first) throws IOException {
        float[] row = recent[inside(first, height) % recent.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = weights[0] * row[i];
        }
        for (int k = 1; k < weights.length; k++) {
            float weight = weights[k];
            row = recent[inside(first + k, height) % recent.length];
            for (int i = 0; i < result.length; i++) {
                result[i] += weight * row[i];
            }
        }
        out.accept(result);
    }

    private static int inside(int index, int side) {
        return Math.max(0, Math.min(side - 1, index));
    }
}
