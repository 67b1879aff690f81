package dev.understudy.engine.operation;

import dev.understudy.image.Plane;

/**
 * The largest or the smallest sample of the square around each pixel; beyond the edge there is none. Rows first, then columns,
 * by the method of van Herk and of Gil and Werman, whose cost does not depend on the size of the square.
 *
 * @param radius half the side of the square in pixels, without the pixel itself; above 0 for the largest, below for the smallest
 */
record SquareExtremes(int radius) {

    /** The plane of the extremes. */
    Plane of(Plane plane) {
        byte[] samples = plane.samples().clone();
        int longest = Math.max(plane.width(), plane.height());
        Line line = new Line(longest, Math.abs(radius), radius > 0 ? 0 : 0xff);
        for (int y = 0; y < plane.height(); y++) {
            line.replace(samples, y * plane.width(), 1, plane.width());
        }
        for (int x = 0; x < plane.width(); x++) {
            line.replace(samples, x, plane.width(), plane.height());
        }
        return new Plane(plane.width(), plane.height(), samples);
    }

    /** Samples of a line; those to be made smallest are negated, so that the largest wins in either case. */
    private static final class Line {

        private final int reach;
        private final int flipped;
        private final int[] levels;
        private final int[] ahead;
        private final int[] behind;

        private Line(int longest, int reach, int flipped) {
            this.reach = reach;
            this.flipped = flipped;
            int window = 2 * reach + 1;
            int padded = (longest + 2 * reach + window - 1) / window * window;
            levels = new int[padded];
            ahead = new int[padded];
            behind = new int[padded];
        }

        private void replace(byte[] samples, int start, int step, int length) {
            int window = 2 * reach + 1;
            int padded = (length + 2 * reach + window - 1) / window * window;
            for (int i = 0; i < padded; i++) {
                int at = i - reach;
                levels[i] = at >= 0 && at < length ? (samples[start + at * step] & 0xff) ^ flipped : 0;
            }
            for (int i = 0; i < padded; i++) {
                ahead[i] = i % window == 0 ? levels[i] : Math.max(ahead[i - 1], levels[i]);
            }
            for (int i = padded - 1; i >= 0; i--) {
                behind[i] = i % window == window - 1 ? levels[i] : Math.max(behind[i + 1], levels[i]);
            }
            for (int i = 0; i < length; i++) {
                int most = Math.max(behind[i], ahead[i + window - 1]);
                samples[start + i * step] = (byte) (most ^ flipped);
            }
        }
    }
}
