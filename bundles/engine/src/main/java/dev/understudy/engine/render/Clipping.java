package dev.understudy.engine.render;

import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.path.ClipArea;
import dev.understudy.engine.path.PathCoverage;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;

/**
 * A clip as it is seen in a window.
 *
 * @param clip what is left
 * @param toWindow from its coordinates
 */
record Clipping(ClipArea clip, Affine toWindow) {

    /** Whether all is left. */
    boolean isNothing() {
        return clip.isAll();
    }

    /** Bytes that {@link #apply} takes at most, together with what it is given. */
    long memory(Region area) {
        return isNothing()
                ? 0
                : area.area() * (CompositeCanvas.BYTES_PER_PIXEL + 1) + PathCoverage.memory(clip, toWindow, area);
    }

    /**
     * The pixels of an area with what is left of them.
     *
     * @throws ServeException when its paths are too long, or the request has been given up meanwhile
     */
    Pixels apply(Pixels pixels, Region area) throws ServeException {
        if (isNothing()) {
            return pixels;
        }
        Plane coverage = PathCoverage.of(clip, toWindow, area);
        return pixels.withAlpha(pixels.alpha() == null ? coverage : product(pixels.alpha(), coverage));
    }

    private static Plane product(Plane alpha, Plane coverage) {
        byte[] out = new byte[alpha.samples().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (((alpha.samples()[i] & 0xff) * (coverage.samples()[i] & 0xff) + 127) / 255);
        }
        return new Plane(alpha.width(), alpha.height(), out);
    }
}
