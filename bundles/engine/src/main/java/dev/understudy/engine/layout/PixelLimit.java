package dev.understudy.engine.layout;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Region;

/**
 * The largest number of pixels that a request may have painted at a time.
 *
 * @param max that number
 * @param setting the setting that holds it, for messages
 */
public record PixelLimit(long max, String setting) {

    /** No limit. */
    public static final PixelLimit NONE = new PixelLimit(Long.MAX_VALUE, "");

    /**
     * Refuses what is larger.
     *
     * @param what the subject of the message
     * @throws ServeException {@code size.limit}
     */
    public void require(Region area, String what) throws ServeException {
        if (area.area() > max) {
            throw new ServeException(
                    new Failure.TooLarge(what + " of " + area.width() + " x " + area.height() + " pixels", text()));
        }
    }

    /** The limit, for messages. */
    String text() {
        return setting + ", " + max + " pixels";
    }
}
