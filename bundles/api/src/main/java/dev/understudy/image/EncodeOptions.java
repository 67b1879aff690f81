package dev.understudy.image;

/**
 * How an image is to be written. Made with {@link #of} and the methods that change one thing, so that more can be said in later
 * versions.
 *
 * @param format which of the encoder's formats
 * @param compression which of the format's compressions
 * @param quality 1..100, where the compression has a quality; it need not be whole, for those who look for a size of file
 * @param fullChroma whether chroma keeps full resolution (4:4:4), where the compression could subsample it
 * @param scans in how many passes a progressive image becomes clearer, 3, 4 or 5; {@link #USUAL_SCANS} for the format's own way
 * @param quantization how colors are reduced, where the format has a palette
 * @param embedded what the file holds beside the image
 */
public record EncodeOptions(
        OutputFormat format,
        Compression compression,
        double quality,
        boolean fullChroma,
        int scans,
        Quantization quantization,
        Embedded embedded) {

    /** The best quality, which is also that of formats to which quality means nothing. */
    private static final int BEST = 100;

    /** No particular number of scans. */
    public static final int USUAL_SCANS = 0;

    private static final int FEWEST_SCANS = 3;
    private static final int MOST_SCANS = 5;

    public EncodeOptions {
        if (!(quality >= 1 && quality <= BEST)) {
            throw new IllegalArgumentException("quality " + quality + " is not in 1..100");
        }
        if (scans != USUAL_SCANS && (scans < FEWEST_SCANS || scans > MOST_SCANS)) {
            throw new IllegalArgumentException(scans + " scans are not " + FEWEST_SCANS + ".." + MOST_SCANS);
        }
    }

    /** The image alone, at the best quality. */
    public static EncodeOptions of(OutputFormat format, Compression compression) {
        return new EncodeOptions(format, compression, BEST, false, USUAL_SCANS, Quantization.USUAL, Embedded.NOTHING);
    }

    /** The same at another quality, 1..100. */
    public EncodeOptions withQuality(double newQuality) {
        return new EncodeOptions(format, compression, newQuality, fullChroma, scans, quantization, embedded);
    }

    /** The same with chroma at full resolution, or not. */
    public EncodeOptions withFullChroma(boolean full) {
        return new EncodeOptions(format, compression, quality, full, scans, quantization, embedded);
    }

    /** The same in another number of scans: 3, 4, 5, or {@link #USUAL_SCANS}. */
    public EncodeOptions withScans(int newScans) {
        return new EncodeOptions(format, compression, quality, fullChroma, newScans, quantization, embedded);
    }

    /** The same with colors reduced in another way. */
    public EncodeOptions withQuantization(Quantization other) {
        return new EncodeOptions(format, compression, quality, fullChroma, scans, other, embedded);
    }

    /** The same with something else beside the image. */
    public EncodeOptions withEmbedded(Embedded other) {
        return new EncodeOptions(format, compression, quality, fullChroma, scans, quantization, other);
    }
}
