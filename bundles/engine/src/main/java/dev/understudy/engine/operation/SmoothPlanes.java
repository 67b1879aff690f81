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
    private final Gaussian gaussian;
    private final float @Nullable [] alpha;

    /**
     * The components of an image; only the opacity is computed at once.
     *
     * @param deviation the standard deviation in pixels, above 0
     */
    SmoothPlanes(Pixels pixels, double deviation) {
        this.pixels = pixels;
        gaussian = Gaussian.of(deviation);
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
        gaussian.smooth(levels, pixels.width(), pixels.height());
        return levels;
    }
}
