package dev.understudy.engine.plan;

import dev.understudy.image.PixelSize;

/**
 * The limits of a catalog for the size of replies.
 *
 * @param defaultPix the largest size when wid, hei and scl are all absent; {@link PixelSize#NONE} for no limit
 * @param defaultScale the scale then, where that is no larger: 1 without {@code dpr=}
 * @param maxPix the largest size, {@link PixelSize#NONE} for no limit
 */
public record SizeLimits(PixelSize defaultPix, double defaultScale, PixelSize maxPix) {

    /** No limit at all. */
    public static final SizeLimits NONE = new SizeLimits(PixelSize.NONE, PixelSize.NONE);

    public SizeLimits {
        defaultScale += 0.0;
    }

    /** The limits for one pixel a pixel. */
    public SizeLimits(PixelSize defaultPix, PixelSize maxPix) {
        this(defaultPix, 1, maxPix);
    }

    /** The limits when sizes that a request leaves open are so much larger. */
    SizeLimits times(double factor) {
        PixelSize larger = new PixelSize(
                ViewScaling.times(defaultPix.width(), factor), ViewScaling.times(defaultPix.height(), factor));
        return new SizeLimits(larger, defaultScale * factor, maxPix);
    }
}
