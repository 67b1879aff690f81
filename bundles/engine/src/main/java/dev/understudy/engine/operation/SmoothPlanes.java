package dev.understudy.engine.operation;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import org.jspecify.annotations.Nullable;

/**
 * The components of an image, each smoothed by a Gaussian. Colors are weighted by opacity, so that what is transparent does
 * not shine through; beyond the edge, the pixels of the edge go on.
 */
final class SmoothPlanes {

    /** Bytes that {@link #component} and {@link #alpha} hold for a pixel at a time: two planes of floats. */
    static final long BYTES_PER_PIXEL = 2L * Float.BYTES;

    private final Pixels pixels;
    private final double deviation;
    private final float @Nullable [] alpha;

    /**
     * The components of an image; only the opacity is computed at once.
     *
     * @param deviation the standard deviation in pixels, above 0
     */
    SmoothPlanes(Pixels pixels, double deviation) {
        this.pixels = pixels;
        this.deviation = deviation;
        Plane plane = pixels.alpha();
        alpha = plane == null ? null : smooth(levels(plane), pixels.width(), pixels.height());
    }

    /** The smooth opacity, 0..255 each; null when the image is opaque. */
    float @Nullable [] alpha() {
        return alpha;
    }

    /** A smooth component of the colors, as large as its plane, 0..255 each; 0 where nothing opaque is near. */
    float[] component(int index) {
        Plane plane = pixels.plane(index);
        return alpha == null ? smooth(levels(plane), plane.width(), plane.height()) : component(levels(plane));
    }

    /**
     * A smooth component.
     *
     * @param levels a number for each pixel; overwritten
     */
    float[] component(float[] levels) {
        Plane opacity = pixels.alpha();
        if (opacity == null || alpha == null) {
            return smooth(levels, pixels.width(), pixels.height());
        }
        for (int i = 0; i < levels.length; i++) {
            levels[i] *= (opacity.samples()[i] & 0xff);
        }
        smooth(levels, pixels.width(), pixels.height());
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

    /** Smooths numbers that stand for all of the image, if need be more coarsely, when the curve is that much narrower. */
    private float[] smooth(float[] levels, int width, int height) {
        Gaussian across = Gaussian.of(deviation * width / pixels.width());
        Gaussian down = width == pixels.width() && height == pixels.height()
                ? across
                : Gaussian.of(deviation * height / pixels.height());
        across.alongRows(levels, width, height);
        down.alongColumns(levels, width, height);
        return levels;
    }
}
