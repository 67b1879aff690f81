package dev.understudy.codec.avif;

import dev.understudy.codec.avif.av1.ChromaFormat;
import dev.understudy.codec.avif.av1.ColorCodes;

/**
 * How an image is to be coded.
 *
 * @param chroma how chroma is subsampled
 * @param codes what samples mean
 * @param quantizer 0, which loses nothing, to 63
 */
public record CodingSettings(ChromaFormat chroma, ColorCodes codes, int quantizer) {

    /** The largest quantizer. */
    static final int MOST = 63;

    public CodingSettings {
        if (quantizer < 0 || quantizer > MOST) {
            throw new IllegalArgumentException("a quantizer of " + quantizer);
        }
    }

    /** Whether every sample is kept. */
    public boolean lossless() {
        return quantizer == 0;
    }
}
