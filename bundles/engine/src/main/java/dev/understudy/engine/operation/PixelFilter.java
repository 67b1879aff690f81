package dev.understudy.engine.operation;

import dev.understudy.image.Pixels;

/** A change of pixels. What it needs is declared, so that whoever paints can provide it without knowing the filter. */
public interface PixelFilter {

    /** The form in which the color samples come. */
    enum ColorModel {
        /** Gray or RGB: the filter treats each component by itself. */
        ANY,
        /**
         * Gray, RGB, or luma and chroma: the filter changes nothing of these but luma.
         */
        CHROMA,
        /** RGB: the filter mixes components; gray is converted first. */
        RGB
    }

    /** The form in which {@link #apply} takes the color samples. */
    ColorModel colorModel();

    /**
     * The distance of the farthest neighbors that a pixel depends on, in rows or columns; 0 when it depends on itself alone,
     * {@link Integer#MAX_VALUE} when it depends on all.
     */
    int reach(PixelScale scale);

    /** The bytes that {@link #apply} allocates at a time at most for a raster of so many pixels, its result among them. */
    long memory(long pixels);

    /**
     * The changed pixels: as many as before, of the same or the other form. Alpha is not multiplied into the colors; whoever
     * mixes neighbors weighs them by it. The raster ends where there are no more pixels: beyond its edge, the pixels of the
     * edge go on. The time depends on the number of pixels, not on the parameters, and so stays within the limits of sizes.
     */
    Pixels apply(Raster raster);
}
