package dev.understudy.engine.layout;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;

/** Lengths in whole pixels out of lengths that are not. */
final class PixelLengths {

    /** No layer is longer, whatever its scale; only what shows of it is ever drawn. */
    private static final double LONGEST = 1_000_000;

    private PixelLengths() {}

    /** The nearest whole number of pixels, at least one. */
    static double whole(double length) {
        return Math.max(1, Math.floor(length + 0.5));
    }

    /** The nearest whole number of pixels. */
    static double rounded(double offset) {
        return Math.floor(offset + 0.5);
    }

    /**
     * A size of whole numbers.
     *
     * @param what whose size it is, for the message
     */
    static PixelSize size(String what, double width, double height) throws ServeException {
        if (!(width <= LONGEST && height <= LONGEST)) {
            throw new ServeException(new Failure.TooLarge(
                    what + " of " + text(width) + " x " + text(height) + " pixels",
                    text(LONGEST) + " pixels, which a side can have at most"));
        }
        return new PixelSize((int) width, (int) height);
    }

    /** A length for a message. */
    static String text(double length) {
        return length < 1e15 ? Long.toString((long) length) : Double.toString(length);
    }
}
