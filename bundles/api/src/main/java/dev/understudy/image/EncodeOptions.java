package dev.understudy.image;

/**
 * How an image is to be written. Made with {@link #of} and the methods that change one thing, so that more can be said in later
 * versions.
 *
 * @param format which of the encoder's formats
 * @param compression which of the format's compressions
 * @param quality 1..100, where the compression has a quality
 * @param fullChroma whether chroma keeps full resolution (4:4:4), where the compression could subsample it
 * @param quantization how colors are reduced, where the format has a palette
 * @param embedded what the file holds beside the image
 */
public record EncodeOptions(
        OutputFormat format,
        Compression compression,
        int quality,
        boolean fullChroma,
        Quantization quantization,
        Embedded embedded) {

    /** The best quality, which is also that of formats to which quality means nothing. */
    private static final int BEST = 100;

    public EncodeOptions {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality " + quality + " is not in 1..100");
        }
    }

    /** The image alone, at the best quality. */
    public static EncodeOptions of(OutputFormat format, Compression compression) {
        return new EncodeOptions(format, compression, BEST, false, Quantization.USUAL, Embedded.NOTHING);
    }

    /** The same at another quality, 1..100. */
    public EncodeOptions withQuality(int newQuality) {
        return new EncodeOptions(format, compression, newQuality, fullChroma, quantization, embedded);
    }

    /** The same with chroma at full resolution, or not. */
    public EncodeOptions withFullChroma(boolean full) {
        return new EncodeOptions(format, compression, quality, full, quantization, embedded);
    }

    /** The same with colors reduced in another way. */
    public EncodeOptions withQuantization(Quantization other) {
        return new EncodeOptions(format, compression, quality, fullChroma, other, embedded);
    }

    /** The same with something else beside the image. */
    public EncodeOptions withEmbedded(Embedded other) {
        return new EncodeOptions(format, compression, quality, fullChroma, quantization, other);
    }
}
