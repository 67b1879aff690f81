package dev.understudy.image;

import org.jspecify.annotations.Nullable;

/**
 * What part of a picture is wanted, and how much detail will be thrown away afterwards anyway.
 *
 * @param region part of the stored picture (before orientation); null for all of it. A decoder may give more.
 * @param maxReduction a decoder that can decode at 1/2, 1/4 or 1/8 of the size cheaply may do so up to this factor
 */
public record DecodeRequest(@Nullable Region region, int maxReduction) {

    /** Everything at full size. */
    public static final DecodeRequest WHOLE = new DecodeRequest(null, 1);

    public DecodeRequest {
        if (maxReduction < 1) {
            throw new IllegalArgumentException("a reduction by " + maxReduction);
        }
    }
}
