package dev.understudy.image;

import org.jspecify.annotations.Nullable;

/**
 * How an image is to be written. The engine makes these; more can be said in later versions.
 *
 * @param format which of the encoder's formats
 * @param compression which of the format's compressions
 * @param quality 1..100, where the compression has a quality
 * @param fullChroma whether chroma keeps full resolution (4:4:4), where the compression could subsample it
 * @param resolution pixels an inch to note in the file, 0 for none
 * @param profile the ICC profile to embed, null for none
 */
public record EncodeOptions(
        OutputFormat format,
        Compression compression,
        int quality,
        boolean fullChroma,
        double resolution,
        @Nullable ColorProfile profile) {

    public EncodeOptions {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality " + quality + " is not in 1..100");
        }
    }
}
