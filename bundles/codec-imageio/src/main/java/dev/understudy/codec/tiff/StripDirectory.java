package dev.understudy.codec.tiff;

import dev.understudy.codec.meta.PathWriter;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import dev.understudy.image.Xmp;
import java.nio.ByteOrder;

/** The directory of a TIFF of one strip. */
final class StripDirectory {

    private static final double DEFAULT_RESOLUTION = 72;
    private static final int UNASSOCIATED_ALPHA = 2;
    private static final int HORIZONTAL_DIFFERENCES = 2;
    private static final int INCH = 2;
    private static final int CMYK_INKS = 1;
    private static final int CENTERED = 1;
    private static final double[] FULL_RANGE = {0, 255, 128, 255, 128, 255};

    private final Pixels pixels;
    private final EncodeOptions options;
    private final DirectoryWriter directory = new DirectoryWriter(ByteOrder.BIG_ENDIAN);

    private StripDirectory(Pixels pixels, EncodeOptions options) {
        this.pixels = pixels;
        this.options = options;
    }

    /**
     * The directory of an image, in the order of bytes of the network.
     *
     * @param pixels what is in the strip
     * @param coding how the strip is compressed
     * @param start where the strip begins
     * @param length how long it is
     */
    static DirectoryWriter of(Pixels pixels, EncodeOptions options, Coding coding, int start, int length) {
        StripDirectory strip = new StripDirectory(pixels, options);
        strip.addSamples(coding, start, length);
        strip.addResolution();
        strip.addColors(coding);
        strip.addNotes();
        return strip.directory;
    }

    private void addSamples(Coding coding, int start, int length) {
        int bands = pixels.planes().size() + (pixels.alpha() == null ? 0 : 1);
        directory.whole(TiffTags.WIDTH, pixels.width());
        directory.whole(TiffTags.HEIGHT, pixels.height());
        directory.shorts(TiffTags.BITS_PER_SAMPLE, 8, bands);
        directory.shorts(TiffTags.COMPRESSION, coding.number(), 1);
        directory.shorts(TiffTags.PHOTOMETRIC, photometric(pixels.samples()).value(), 1);
        directory.whole(TiffTags.STRIP_OFFSETS, start);
        directory.shorts(TiffTags.SAMPLES_PER_PIXEL, bands, 1);
        directory.whole(TiffTags.ROWS_PER_STRIP, pixels.height());
        directory.whole(TiffTags.STRIP_BYTE_COUNTS, length);
    }

    private void addResolution() {
        double wanted = options.embedded().resolution();
        double resolution = wanted > 0 ? wanted : DEFAULT_RESOLUTION;
        directory.fractions(TiffTags.X_RESOLUTION, resolution);
        directory.fractions(TiffTags.Y_RESOLUTION, resolution);
        directory.shorts(TiffTags.PLANAR_CONFIGURATION, 1, 1);
        directory.shorts(TiffTags.RESOLUTION_UNIT, INCH, 1);
    }

    private void addColors(Coding coding) {
        if (coding == Coding.LZW || coding == Coding.DEFLATE) {
            directory.shorts(TiffTags.PREDICTOR, HORIZONTAL_DIFFERENCES, 1);
        }
        if (pixels.samples() == Samples.CMYK) {
            directory.shorts(TiffTags.INK_SET, CMYK_INKS, 1);
        }
        if (pixels.alpha() != null) {
            directory.shorts(TiffTags.EXTRA_SAMPLES, UNASSOCIATED_ALPHA, 1);
        }
        if (pixels.samples() == Samples.YCC) {
            directory.shorts(TiffTags.SUBSAMPLING, options.fullChroma() ? 1 : 2, 2);
            directory.shorts(TiffTags.YCBCR_POSITIONING, CENTERED, 1);
            directory.fractions(TiffTags.REFERENCE_BLACK_WHITE, FULL_RANGE);
        }
    }

    private void addNotes() {
        Xmp xmp = options.embedded().xmp();
        if (xmp != null) {
            directory.bytes(TiffTags.XMP, xmp.bytes());
        }
        if (!options.embedded().paths().isEmpty()) {
            directory.bytes(
                    TiffTags.PHOTOSHOP, PathWriter.write(options.embedded().paths()));
        }
        ColorProfile profile = options.embedded().profile();
        if (profile != null) {
            directory.bytes(TiffTags.ICC_PROFILE, profile.bytes());
        }
    }

    private static Photometric photometric(Samples samples) {
        return switch (samples) {
            case GRAY -> Photometric.BLACK_IS_ZERO;
            case RGB -> Photometric.RGB;
            case CMYK -> Photometric.SEPARATED;
            case YCC -> Photometric.YCBCR;
        };
    }
}
