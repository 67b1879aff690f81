package dev.understudy.codec.guard;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;

/** Checks what a file claims about its image before memory is reserved for it. */
public final class DimensionChecks {

    /** The largest image that is decoded at all, in pixels; more does not fit the arrays of some libraries. */
    public static final long MAX_PIXELS = 1L << 28;

    /** The largest image of which parts or smaller images are decoded, in pixels. */
    public static final long MAX_STORED_PIXELS = 1L << 34;

    private DimensionChecks() {}

    /**
     * Checks a size of what is decoded as a whole.
     *
     * @throws DamagedException when a side is empty
     * @throws ServeException {@code size.limit} when there are too many pixels
     */
    public static void check(long width, long height) throws DamagedException, ServeException {
        check(width, height, MAX_PIXELS);
    }

    /**
     * Checks a size of what is in a file that can be decoded in parts; the part has to be checked by {@link #check(long, long)}.
     *
     * @throws DamagedException when a side is empty
     * @throws ServeException {@code size.limit} when there are too many pixels
     */
    public static void checkStored(long width, long height) throws DamagedException, ServeException {
        check(width, height, MAX_STORED_PIXELS);
    }

    private static void check(long width, long height, long most) throws DamagedException, ServeException {
        if (width < 1 || height < 1) {
            throw new DamagedException("the image has no pixels: " + width + "x" + height);
        }
        if (width > MAX_PIXELS || height > MAX_PIXELS || width * height > most) {
            throw new ServeException(new Failure.TooLarge(
                    "An image of " + width + "x" + height + " pixels", most + " pixels, the decoders' limit"));
        }
    }

    /**
     * Refuses a file that cannot hold the samples that it promises, however well they were compressed.
     *
     * @param promised bytes of samples
     * @param present bytes of the file
     * @param ratio what the format's compression can reach at best
     */
    public static void requirePlausible(long promised, long present, int ratio) throws DamagedException {
        if (promised / ratio > present) {
            throw new DamagedException("the file is too short for the size of its image");
        }
    }
}
