package dev.understudy.codec.tiff;

import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Pixels;
import java.nio.ByteOrder;

/** The directory of a TIFF of one strip. */
final class StripDirectory {

    private final Pixels pixels;
    private final DirectoryWriter directory = new DirectoryWriter(ByteOrder.BIG_ENDIAN);

    private StripDirectory(Pixels pixels) {
        this.pixels = pixels;
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
        StripDirectory strip = new StripDirectory(pixels);
        strip.addSamples(coding, start, length);
        double resolution = options.embedded().resolution();
        CommonEntries.addResolution(strip.directory, resolution, 1, coding);
        int factor = options.fullChroma() ? 1 : 2;
        CommonEntries.addColors(strip.directory, pixels.samples(), pixels.alpha() != null, factor, factor);
        CommonEntries.addNotes(strip.directory, options.embedded());
        return strip.directory;
    }

    private void addSamples(Coding coding, int start, int length) {
        int bands = pixels.planes().size() + (pixels.alpha() == null ? 0 : 1);
        directory.whole(TiffTags.WIDTH, pixels.width());
        directory.whole(TiffTags.HEIGHT, pixels.height());
        directory.shorts(TiffTags.BITS_PER_SAMPLE, 8, bands);
        directory.shorts(TiffTags.COMPRESSION, coding.number(), 1);
        directory.shorts(TiffTags.PHOTOMETRIC, Photometric.of(pixels.samples()).value(), 1);
        directory.whole(TiffTags.STRIP_OFFSETS, start);
        directory.shorts(TiffTags.SAMPLES_PER_PIXEL, bands, 1);
        directory.whole(TiffTags.ROWS_PER_STRIP, pixels.height());
        directory.whole(TiffTags.STRIP_BYTE_COUNTS, length);
    }
}
