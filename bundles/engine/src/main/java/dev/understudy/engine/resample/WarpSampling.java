package dev.understudy.engine.resample;

import dev.understudy.engine.plan.Perspective;
import dev.understudy.image.ResMode;

/**
 * How the pixels of a warped image are found.
 *
 * @param resampling the way
 * @param mode the kernel between pixels, where the way is not a simpler one
 * @param jitter how far samples leave their places, in percent
 * @param levels how often the image may be halved where it becomes smaller
 */
public record WarpSampling(Perspective.Resampling resampling, ResMode mode, int jitter, int levels) {

    /** An image is halved this often at most. */
    public static final int MOST_LEVELS = 10;

    /** The sampling of an image that hardly changes its size. */
    public static WarpSampling plain(ResMode mode) {
        return new WarpSampling(Perspective.Resampling.SUPERSAMPLED, mode, 0, 0);
    }

    /** The number of pixels around what a pixel of the window covers that are looked at. */
    public int reach() {
        return (kernel().radius() + 1) << levels;
    }

    Kernel kernel() {
        return switch (resampling) {
            case NEAREST, BILINEAR -> Kernel.TRIANGLE;
            case SUPERSAMPLED, JITTERED -> Kernel.of(mode);
        };
    }
}
