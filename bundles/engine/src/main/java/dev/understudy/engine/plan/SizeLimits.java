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

    /** The limits when sizes that a request leaves open are so much larger. */
    SizeLimits times(double factor) {
        PixelSize larger = new PixelSize(
                ViewScaling.times(defaultPix.width(), factor), ViewScaling.times(defaultPix.height(), factor));
        return new SizeLimits(larger, maxPix);
    }
}
