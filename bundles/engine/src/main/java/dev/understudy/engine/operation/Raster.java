package dev.understudy.engine.operation;

import dev.understudy.image.Pixels;
import dev.understudy.image.Region;

/**
 * Pixels on their way through filters.
 *
 * @param pixels in sRGB, never written to; filters get GRAY or RGB
 * @param area their place in the window; whatever depends on coordinates takes them from here, so that a part of an image is
 *     the same as that part of the whole
 * @param scale the size of a pixel
 */
public record Raster(Pixels pixels, Region area, PixelScale scale) {

    public Raster {
        if (pixels.width() != area.width() || pixels.height() != area.height()) {
            throw new IllegalArgumentException(
                    "pixels of " + pixels.width() + "x" + pixels.height() + " do not fit " + area);
        }
    }

    /** The same place with other pixels. */
    Raster with(Pixels newPixels) {
        return new Raster(newPixels, area, scale);
    }
}
