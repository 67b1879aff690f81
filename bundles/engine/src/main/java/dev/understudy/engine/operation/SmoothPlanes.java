package dev.understudy.engine.operation;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The components of an image, each smoothed by a Gaussian. Colors are weighted by opacity, so that what is transparent does
 * not shine through; beyond the edge, the pixels of the edge go on.
 */
final class SmoothPlanes {

    /** Bytes that {@link #component} and {@link #alpha} hold for a pixel at a time: two planes of floats. */
    static final long BYTES_PER_PIXEL = 2L * Float.BYTES;

    /** Columns are taken this many at a time, about a line of the processor's cache. */
    private static final int COLUMNS = 16;

    private final Pixels pixels;
    private final GaussianKernel kernel;
    private final float @Nullable [] alpha;

    /**
     * The components of an image; only the opacity is computed at once.
     *
     * @param deviation the standard deviation in pixels, above 0
     */
    SmoothPlanes(Pixels pixels, double deviation) {
        this.pixels = pixels;
        kernel = new GaussianKernel(deviation);
        Plane plane = pixels.alpha();
        alpha = plane == null ? null : smooth(levels(plane));
    }

    /** The smooth opacity, 0..255 each; null when the image is opaque. */
    float @Nullable [] alpha() {
        return alpha;
    }

    /** A smooth component of the colors, 0..255 each; 0 where nothing opaque is near. */
    float[] component(int index) {
        return component(levels(pixels.plane(index)));
    }

    /**
     * A smooth component.
     *
     * @param levels a number for each pixel; overwritten
     */
    float[] component(float[] levels) {
        Plane opacity = pixels.alpha();
        if (opacity == null || alpha == null) {
            return smooth(levels);
        }
        for (int i = 0; i < levels.length; i++) {
            levels[i] *= (opacity.samples()[i] & 0xff);
        }
        smooth(levels);
        for (int i = 0; i < levels.length; i++) {
            levels[i] = alpha[i] > 0 ? levels[i] / alpha[i] : 0;
        }
        return levels;
    }

    /** The samples of a plane as numbers. */
    static float[] levels(Plane plane) {
        float[] levels = new float[plane.samples().length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = plane.samples()[i] & 0xff;
        }
        return levels;
    }

    private float[] smooth(float[] levels) {
        int width = pixels.width();
        int height = pixels.height();
        int longest = Math.max(width, height) + 2 * kernel.padding();
        float[] scratch = new float[longest];
        smoothRows(levels, width, height, new float[longest], scratch);
        float[][] columns = new float[Math.min(COLUMNS, width)][longest];
        for (int x = 0; x < width; x += COLUMNS) {
            smoothColumns(levels, x, columns, scratch);
        }
        return levels;
    }

    private void smoothRows(float[] levels, int width, int height, float[] line, float[] scratch) {
        int padding = kernel.padding();
        for (int start = 0; start < width * height; start += width) {
            System.arraycopy(levels, start, line, padding, width);
            extend(line, width);
            kernel.smooth(line, width, scratch);
            System.arraycopy(line, 0, levels, start, width);
        }
    }

    private void smoothColumns(float[] levels, int left, float[][] columns, float[] scratch) {
        int width = pixels.width();
        int height = pixels.height();
        int count = Math.min(columns.length, width - left);
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < count; i++) {
                columns[i][kernel.padding() + y] = levels[y * width + left + i];
            }
        }
        for (int i = 0; i < count; i++) {
            extend(columns[i], height);
            kernel.smooth(columns[i], height, scratch);
        }
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < count; i++) {
                levels[y * width + left + i] = columns[i][y];
            }
        }
    }

    /** Lets the first and the last number go on. */
    private void extend(float[] line, int length) {
        int padding = kernel.padding();
        Arrays.fill(line, 0, padding, line[padding]);
        Arrays.fill(line, padding + length, 2 * padding + length, line[padding + length - 1]);
    }
}
