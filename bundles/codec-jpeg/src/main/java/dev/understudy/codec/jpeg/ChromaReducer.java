package dev.understudy.codec.jpeg;

import dev.understudy.image.Plane;

/**
 * Brings an enlarged chroma component back to the size that the file has it in.
 *
 * <p>libjpeg enlarges by 2 with a triangle: from samples c it makes {@code (3c[i] + c[i-1]) / 4} and {@code (3c[i] + c[i+1]) / 4},
 * with the ends repeated. Weights of -1 3 3 -1 over 4 undo that exactly, but for rounding; averages would blur.
 */
final class ChromaReducer {

    private final byte[] samples;
    private final int width;
    private final int height;
    private final int band;
    private final int reducedWidth;

    ChromaReducer(byte[] samples, int width, int height, int band) {
        this.samples = samples;
        this.width = width;
        this.height = height;
        this.band = band;
        this.reducedWidth = (width + 1) / 2;
    }

    Plane reduce(boolean rowsToo) {
        return rowsToo ? reduceBoth() : reduceColumns();
    }

    private Plane reduceColumns() {
        byte[] plane = new byte[reducedWidth * height];
        int[] row = new int[reducedWidth];
        for (int y = 0; y < height; y++) {
            reduceRow(y, row);
            for (int x = 0; x < reducedWidth; x++) {
                plane[y * reducedWidth + x] = clamp((row[x] + 2) >> 2);
            }
        }
        return new Plane(reducedWidth, height, plane);
    }

    private Plane reduceBoth() {
        int reducedHeight = (height + 1) / 2;
        byte[] plane = new byte[reducedWidth * reducedHeight];
        int[][] ring = new int[4][reducedWidth];
        reduceRow(0, ring[0]);
        int[] above = ring[0].clone();
        for (int y = 0; y < reducedHeight; y++) {
            int[] upper = ring[2 * y & 3];
            int[] lower = ring[2 * y + 1 & 3];
            int[] below = ring[2 * y + 2 & 3];
            if (2 * y + 1 < height) {
                reduceRow(2 * y + 1, lower);
            } else {
                continueInto(above, upper, lower);
            }
            if (2 * y + 2 < height) {
                reduceRow(2 * y + 2, below);
            } else {
                below = lower;
            }
            for (int x = 0; x < reducedWidth; x++) {
                plane[y * reducedWidth + x] = clamp((3 * (upper[x] + lower[x]) - above[x] - below[x] + 8) >> 4);
            }
            above = lower;
        }
        return new Plane(reducedWidth, reducedHeight, plane);
    }

    /** A row with half the columns, four times too large and not clamped. */
    private void reduceRow(int y, int[] target) {
        int at = y * width * 3 + band;
        int before = samples[at] & 0xff;
        int left = before;
        int last = width / 2 - 1;
        for (int x = 0; x < last; x++) {
            int right = samples[at + 3] & 0xff;
            int after = samples[at + 6] & 0xff;
            target[x] = 3 * (left + right) - before - after;
            before = right;
            left = after;
            at += 6;
        }
        int right = samples[at + 3] & 0xff;
        if (width % 2 == 0) {
            target[last] = 3 * (left + right) - before - right;
        } else {
            int after = samples[at + 6] & 0xff;
            target[last] = 3 * (left + right) - before - after;
            target[last + 1] = 2 * (3 * after - right);
        }
    }

    /** The row that an odd height lacks, made such that the reduction comes out right. */
    private static void continueInto(int[] above, int[] row, int[] target) {
        for (int x = 0; x < target.length; x++) {
            target[x] = (3 * row[x] - above[x]) / 2;
        }
    }

    private static byte clamp(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }
}
