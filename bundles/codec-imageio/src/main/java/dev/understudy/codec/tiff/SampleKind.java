package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.meta.TiffDirectory;
import java.io.IOException;
import java.util.Set;

/**
 * The kind of the samples of a TIFF: what they mean, and how many bits of what format each has. Kinds that the library reads
 * wrongly are refused like those that it does not read.
 *
 * @param photometric what they mean
 * @param bits bits a sample
 * @param samples samples a pixel
 * @param coding how they are coded
 */
record SampleKind(Photometric photometric, long bits, long samples, TiffFile.Coding coding) {

    private static final int UNSIGNED = 1;
    private static final int FRACTION = 3;
    private static final int UNDEFINED = 4;

    private static final double MOST_OFF_ONE = 0.01;

    /** Fails unless images of this kind come out right. */
    void requireSupported(TiffDirectory directory) throws IOException {
        requireSameDepths(directory);
        long format = directory.value(TiffTags.SAMPLE_FORMAT, UNSIGNED);
        if (format != UNSIGNED && format != FRACTION && format != UNDEFINED) {
            throw new UnsupportedException("its samples are neither whole numbers without sign nor fractions");
        }
        if (!depths().contains(bits) || (format == FRACTION && bits != 16 && bits != 32)) {
            throw new UnsupportedException(
                    samples + " samples of " + bits + " bits, in the color model " + photometric);
        }
        if (photometric == Photometric.YCBCR && coding != TiffFile.Coding.JPEG) {
            requireSound(directory.fractions(TiffTags.YCBCR_COEFFICIENTS));
        }
    }

    private Set<Long> depths() {
        boolean alone = samples == photometric.stored();
        return switch (photometric) {
            case WHITE_IS_ZERO -> alone ? Set.of(1L, 2L, 4L, 8L, 16L, 32L) : Set.of(8L, 16L, 32L);
            case BLACK_IS_ZERO -> alone ? Set.of(1L, 2L, 4L, 8L, 10L, 12L, 14L, 16L, 32L) : Set.of(8L, 16L, 32L);
            case RGB -> alone ? Set.of(8L, 10L, 12L, 14L, 16L, 32L) : Set.of(8L, 16L, 32L);
            case PALETTE -> Set.of(1L, 2L, 4L, 8L);
            case SEPARATED -> Set.of(8L, 16L);
            case YCBCR, CIELAB, ICCLAB, ITULAB -> Set.of(8L);
        };
    }

    private void requireSameDepths(TiffDirectory directory) throws IOException {
        for (long depth : directory.values(TiffTags.BITS_PER_SAMPLE)) {
            if (depth != bits) {
                throw new UnsupportedException("its samples have " + bits + " and " + depth + " bits");
            }
        }
    }

    /** The shares of red, green and blue in brightness, which are usually left out; together they are all of it. */
    private static void requireSound(double[] shares) throws UnsupportedException {
        double sum = 0;
        for (double share : shares) {
            if (!(share > 0)) {
                throw new UnsupportedException("its YCbCrCoefficients make no sense");
            }
            sum += share;
        }
        if (shares.length > 0 && (shares.length != 3 || Math.abs(sum - 1) > MOST_OFF_ONE)) {
            throw new UnsupportedException("its YCbCrCoefficients make no sense");
        }
    }
}
