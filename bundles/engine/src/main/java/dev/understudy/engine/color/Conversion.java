package dev.understudy.engine.color;

import dev.understudy.failure.ServeException;
import dev.understudy.image.Pixels;

/** Brings images of one space into another; for any number of threads. */
public interface Conversion {

    /** Bytes that it takes at most beside the image and its result. */
    long MEMORY = 1 << 17;

    /** Leaves images as they are. */
    Conversion NONE = (pixels, x, y) -> pixels.profile() == null ? pixels : pixels.withProfile(null);

    /**
     * The converted image, without a profile. Chroma is converted at full resolution. Gray that becomes red, green and blue stays one
     * plane if it stays gray.
     *
     * @param x where the image begins in the whole of which it is a part, so that parts are dithered as the whole is
     * @param y the same of its rows
     * @throws ServeException {@code profile.corrupt} when a profile cannot be used
     */
    Pixels apply(Pixels pixels, int x, int y) throws ServeException;

    /** The converted image when it is whole. */
    default Pixels apply(Pixels pixels) throws ServeException {
        return apply(pixels, 0, 0);
    }

    /** Whether samples stay as they are. */
    default boolean isNothing() {
        return this == NONE;
    }

    /** The chain of this conversion and another one of what comes out. */
    default Conversion then(Conversion next) {
        if (next.isNothing()) {
            return this;
        }
        return isNothing() ? next : (pixels, x, y) -> next.apply(apply(pixels, x, y), x, y);
    }
}
