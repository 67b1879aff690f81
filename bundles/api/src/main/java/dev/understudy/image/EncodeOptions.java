package dev.understudy.image;

import org.jspecify.annotations.Nullable;

/**
 * How an image is to be written.
 *
 * @param quality 1..100, for lossy formats
 * @param fullChroma whether chroma keeps full resolution (JPEG 4:4:4)
 * @param progressive whether a JPEG is written progressively
 * @param lossless whether a format that can do both writes without loss
 * @param resolution pixels an inch to note in the file, 0 for none
 * @param profile the ICC profile to embed, null for none
 */
public record EncodeOptions(
        int quality,
        boolean fullChroma,
        boolean progressive,
        boolean lossless,
        double resolution,
        @Nullable ColorProfile profile) {

    public EncodeOptions {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality " + quality + " is not in 1..100");
        }
    }
}
