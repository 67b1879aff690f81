package dev.understudy.engine.render;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Region;

/**
 * The largest number of pixels that a request may have painted at a time; {@code MaxRenderRgnPixels}.
 *
 * @param max that number
 */
record PixelLimit(long max) {

    /**
     * Refuses what is larger.
     *
     * @param what the subject of the message
     * @throws ServeException {@code size.limit}
     */
    void require(Region area, String what) throws ServeException {
        if (area.area() > max) {
            throw new ServeException(new Failure.TooLarge(
                    what + " of " + area.width() + " x " + area.height() + " pixels",
                    "MaxRenderRgnPixels, " + max + " pixels"));
        }
    }
}
