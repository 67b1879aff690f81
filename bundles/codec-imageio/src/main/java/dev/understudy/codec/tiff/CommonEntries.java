package dev.understudy.codec.tiff;

import dev.understudy.codec.meta.PathWriter;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Embedded;
import dev.understudy.image.Samples;
import dev.understudy.image.Xmp;

/** Entries that directories of strips and of tiles have alike. */
final class CommonEntries {

    private static final double DEFAULT_RESOLUTION = 72;
    private static final int UNASSOCIATED_ALPHA = 2;
    private static final int HORIZONTAL_DIFFERENCES = 2;
    private static final int INCH = 2;
    private static final int CMYK_INKS = 1;
    private static final int CENTERED = 1;
    private static final double[] FULL_RANGE = {0, 255, 128, 255, 128, 255};

    private CommonEntries() {}

    /**
     * Adds how large a pixel is and how samples are put together.
     *
     * @param inch pixels an inch, 0 where that is not known
     * @param reduction by which factor the image is smaller than the one that this is said of
     */
    static void addResolution(DirectoryWriter directory, double inch, int reduction, Coding coding) {
        double resolution = (inch > 0 ? inch : DEFAULT_RESOLUTION) / reduction;
        directory.fractions(TiffTags.X_RESOLUTION, resolution);
        directory.fractions(TiffTags.Y_RESOLUTION, resolution);
        directory.shorts(TiffTags.PLANAR_CONFIGURATION, 1, 1);
        directory.shorts(TiffTags.RESOLUTION_UNIT, INCH, 1);
        if (coding == Coding.LZW || coding == Coding.DEFLATE) {
            directory.shorts(TiffTags.PREDICTOR, HORIZONTAL_DIFFERENCES, 1);
        }
    }

    /**
     * Adds what the samples mean, as far as {@link Photometric} does not say it.
     *
     * @param horizontal how many times as wide as chroma luma is
     * @param vertical how many times as high
     */
    static void addColors(DirectoryWriter directory, Samples stored, boolean alpha, int horizontal, int vertical) {
        if (stored == Samples.CMYK) {
            directory.shorts(TiffTags.INK_SET, CMYK_INKS, 1);
        }
        if (alpha) {
            directory.shorts(TiffTags.EXTRA_SAMPLES, UNASSOCIATED_ALPHA, 1);
        }
        if (stored == Samples.YCC) {
            directory.shorts(TiffTags.SUBSAMPLING, new long[] {horizontal, vertical});
            directory.shorts(TiffTags.YCBCR_POSITIONING, CENTERED, 1);
            directory.fractions(TiffTags.REFERENCE_BLACK_WHITE, FULL_RANGE);
        }
    }

    /** Adds what is noted beside the image. */
    static void addNotes(DirectoryWriter directory, Embedded embedded) {
        Xmp xmp = embedded.xmp();
        if (xmp != null) {
            directory.bytes(TiffTags.XMP, xmp.bytes());
        }
        if (!embedded.paths().isEmpty()) {
            directory.bytes(TiffTags.PHOTOSHOP, PathWriter.write(embedded.paths()));
        }
        ColorProfile profile = embedded.profile();
        if (profile != null) {
            directory.bytes(TiffTags.ICC_PROFILE, profile.bytes());
        }
    }
}
