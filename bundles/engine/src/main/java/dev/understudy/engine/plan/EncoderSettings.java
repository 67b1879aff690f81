package dev.understudy.engine.plan;

import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Quantization;

/**
 * What is asked of an encoder beside format and quality; each is the usual one where the format does not heed it.
 *
 * @param quantization {@code quantize=}
 * @param scans {@code pscan=}, {@link EncodeOptions#USUAL_SCANS} for auto
 * @param maxKilobytes {@code jpegSize=}, units of 1024 bytes, 0 for no limit
 */
public record EncoderSettings(Quantization quantization, int scans, int maxKilobytes) {

    /** What is written unless something else is asked for. */
    public static final EncoderSettings USUAL = new EncoderSettings(Quantization.USUAL, EncodeOptions.USUAL_SCANS, 0);
}
