package dev.understudy.engine.plan;

import dev.understudy.image.PixelSize;

/**
 * The limits of a catalog for the size of replies.
 *
 * @param defaultPix the largest size when wid, hei and scl are all absent; {@link PixelSize#NONE} for no limit
 * @param maxPix the largest size, {@link PixelSize#NONE} for no limit
 */
public record SizeLimits(PixelSize defaultPix, PixelSize maxPix) {

    /** No limit at all. */
    public static final SizeLimits NONE = new SizeLimits(PixelSize.NONE, PixelSize.NONE);
}
