package dev.understudy.engine.render;

import dev.understudy.engine.color.Rgb;
import dev.understudy.engine.layout.Affine;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;

/** Draws the content of a layer whose size is known. Any scale is possible, so the content is scaled once at most. */
interface LayerPainter {

    /** The size of the content in pixels of its own, 1 x 1 at least. */
    PixelSize size();

    /** Whether no pixel of it can be transparent. */
    boolean isOpaque();

    /**
     * Bytes that {@link #draw} takes at a time at most, its result among them.
     *
     * @throws ServeException when it would be too large to draw
     */
    long memory(Affine toWindow, Region clip, Region part, ResMode mode) throws ServeException;

    /**
     * A part of a window, filled.
     *
     * @param toWindow from its own pixels to those of the window; keeps axes
     * @param clip what may be used of it; not empty, within its size
     * @param part what is wanted of the window: not empty, and no pixel whose middle {@code clip} does not reach
     * @return {@code part} in sRGB, chroma at full resolution
     */
    Pixels draw(Affine toWindow, Region clip, Region part, ResMode mode) throws ServeException;

    /**
     * The opacity of a part of a window where the content is the mask of another one: its alpha, or its lightness where it has
     * none.
     *
     * <p>Source: the reference's page on mask.
     *
     * @return {@code part}; the parameters are as for {@link #draw}
     */
    default Plane opacity(Affine toWindow, Region clip, Region part, ResMode mode) throws ServeException {
        Pixels pixels = draw(toWindow, clip, part, mode);
        Plane alpha = pixels.alpha();
        return alpha == null || isOpaque() ? Rgb.gray(pixels).plane(0) : alpha;
    }
}
