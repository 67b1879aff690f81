package dev.understudy.codec.tiff;

import dev.understudy.codec.facsimile.FacsimileScheme;
import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.DamagedException;
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
 * @param planar whether the samples of each color are apart
 * @param coding how they are coded
 */
record SampleKind(Photometric photometric, int bits, int samples, boolean planar, Coding coding) {

    private static final int UNSIGNED = 1;
    private static final int FRACTION = 3;
    private static final int UNDEFINED = 4;

    private static final int PLANAR = 2;
    private static final int LOWEST_FIRST = 2;
    private static final int UNCOMPRESSED = 2;
    private static final int CMYK = 1;
    static final int MAX_SAMPLES = 16;

    private static final double MOST_OFF_ONE = 0.01;

    /** The kind that a directory says. */
    static SampleKind of(TiffDirectory directory) throws IOException {
        Coding coding = Coding.of(directory.value(TiffTags.COMPRESSION, 1));
        long samples = directory.value(TiffTags.SAMPLES_PER_PIXEL, 1);
        Photometric photometric = directory.has(TiffTags.PHOTOMETRIC)
                ? Photometric.of(directory.value(TiffTags.PHOTOMETRIC, 0))
                : Photometric.guess(coding, samples);
        long bits = directory.value(TiffTags.BITS_PER_SAMPLE, 1);
        if (bits < 1 || bits > 64 || samples < photometric.stored() || samples > MAX_SAMPLES) {
            throw new DamagedException(samples + " samples of " + bits + " bits do not exist");
        }
        boolean planar = samples > 1 && directory.value(TiffTags.PLANAR_CONFIGURATION, 1) == PLANAR;
        return new SampleKind(photometric, (int) bits, (int) samples, planar, coding);
    }

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
        requireReadable(directory);
        if (photometric == Photometric.YCBCR && !coding.isJpeg()) {
            requireSound(directory.fractions(TiffTags.YCBCR_COEFFICIENTS));
        }
    }

    /** Whether pixels are of several samples of less than a byte, which are read by {@link PackedSamples}. */
    boolean isPacked() {
        return samples > 1
                && bits < Byte.SIZE
                && (photometric == Photometric.RGB || photometric == Photometric.BLACK_IS_ZERO);
    }

    /** The kind of gray whose rows have the same bits: a pixel for each sample. */
    SampleKind asGray() {
        return new SampleKind(Photometric.BLACK_IS_ZERO, bits, 1, false, coding);
    }

    private void requireReadable(TiffDirectory directory) throws IOException {
        if (isPacked() && directory.value(TiffTags.PREDICTOR, 1) != 1) {
            throw new UnsupportedException(samples + " samples of " + bits + " bits, stored as differences");
        }
        if (coding == Coding.FACSIMILE && (bits > 1 || samples > 1)) {
            throw new UnsupportedException("facsimile codes of more than black and white");
        }
        if (((directory.value(TiffTags.GROUP_3_OPTIONS, 0) | directory.value(TiffTags.GROUP_4_OPTIONS, 0))
                        & UNCOMPRESSED)
                != 0) {
            throw new UnsupportedException("facsimile codes with parts that are not compressed");
        }
        if (coding.isJpeg() && (bits != 8 || samples != photometric.stored() || planar)) {
            throw new UnsupportedException(
                    "JPEG of " + samples + " samples of " + bits + " bits, or one color at a time");
        }
        if (planar && photometric == Photometric.YCBCR) {
            throw new UnsupportedException("the color model " + photometric + ", one color at a time");
        }
        if (photometric == Photometric.SEPARATED
                && (directory.value(TiffTags.INK_SET, CMYK) != CMYK
                        || directory.value(TiffTags.NUMBER_OF_INKS, photometric.stored()) != photometric.stored())) {
            throw new UnsupportedException("other inks than cyan, magenta, yellow and black");
        }
    }

    private Set<Integer> depths() {
        boolean alone = samples == photometric.stored();
        return switch (photometric) {
            case WHITE_IS_ZERO -> alone ? Set.of(1, 2, 4, 8, 16, 32) : Set.of();
            case BLACK_IS_ZERO -> alone ? Set.of(1, 2, 4, 8, 10, 12, 14, 16, 32) : Set.of(2, 4, 8, 16, 32);
            case RGB -> alone ? Set.of(2, 4, 8, 10, 12, 14, 16, 32) : Set.of(2, 4, 8, 16, 32);
            case PALETTE -> Set.of(1, 2, 4, 8);
            case SEPARATED -> Set.of(8, 16);
            case YCBCR, CIELAB, ICCLAB -> Set.of(8);
        };
    }

    /** Whether the lowest bit of each byte is its first. */
    boolean lowestFirst(TiffDirectory directory) throws IOException {
        return directory.value(TiffTags.FILL_ORDER, 1) == LOWEST_FIRST && !coding.isJpeg();
    }

    /** The way in which facsimile codes are read. */
    FacsimileScheme facsimile(TiffDirectory directory) throws IOException {
        long compression = directory.value(TiffTags.COMPRESSION, 1);
        boolean twoDimensional = (directory.value(TiffTags.GROUP_3_OPTIONS, 0) & 1) != 0;
        FacsimileScheme.Group group = switch ((int) compression) {
            case 2 -> FacsimileScheme.Group.BYTE_ALIGNED;
            case 3 -> FacsimileScheme.Group.GROUP_3;
            case 4 -> FacsimileScheme.Group.GROUP_4;
            default -> FacsimileScheme.Group.WORD_ALIGNED;
        };
        return new FacsimileScheme(group, twoDimensional, lowestFirst(directory));
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
