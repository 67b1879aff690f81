package dev.understudy.image;

import org.jspecify.annotations.Nullable;

/**
 * What part of an image is wanted, how much detail will be thrown away afterwards anyway, and what becomes of damage.
 *
 * @param region part of the stored image (before orientation); null for all of it. A decoder may give more.
 * @param maxReduction a decoder that can decode at 1/2, 1/4 and so on of the size cheaply may do so up to this factor
 * @param maxChromaReduction the same of chroma, beside the stored image; more than {@code maxReduction} where the reply has less chroma
 *     than luma
 * @param tolerance how damage is taken
 */
public record DecodeRequest(@Nullable Region region, int maxReduction, int maxChromaReduction, Tolerance tolerance) {

    /** Everything at full size, and nothing if it is damaged. */
    public static final DecodeRequest WHOLE = new DecodeRequest(null, 1);

    public DecodeRequest {
        if (maxReduction < 1 || maxChromaReduction < maxReduction) {
            throw new IllegalArgumentException("a reduction by " + maxReduction + ", of chroma " + maxChromaReduction);
        }
    }

    /** A request for chroma that is as fine as the rest. */
    public DecodeRequest(@Nullable Region region, int maxReduction, Tolerance tolerance) {
        this(region, maxReduction, maxReduction, tolerance);
    }

    /** A request for sound pixels only. */
    public DecodeRequest(@Nullable Region region, int maxReduction) {
        this(region, maxReduction, Tolerance.STRICT);
    }

    /** The same with damage taken otherwise. */
    public DecodeRequest with(Tolerance newTolerance) {
        return new DecodeRequest(region, maxReduction, maxChromaReduction, newTolerance);
    }

    /** The same with chroma that is reduced so far at most. */
    public DecodeRequest withChroma(int newMaxReduction) {
        return new DecodeRequest(region, maxReduction, newMaxReduction, tolerance);
    }
}
