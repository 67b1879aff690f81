package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.GuardedEncoder;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes uncompressed TIFF of one strip and 8 bits a sample: gray or RGB, with or without alpha.
 *
 * <p>Source: the reference's page on fmt, where {@code none} is the default compression; TIFF 6.0.
 */
public final class TiffEncoder extends GuardedEncoder {

    private static final Compression LZW = Compression.lossless("lzw");
    private static final Compression ZIP = Compression.lossless("zip");

    /** Whatever the compression, written without. */
    private static final OutputFormat TIFF = OutputFormat.of("tif", "image/tiff")
            .withAlias("tiff")
            .withCompressions(Compression.NONE, LZW, ZIP, Compression.lossless("jpeg"));

    private static final OutputFormat TIFF_ALPHA =
            TIFF.withAlpha("tif-alpha").withAlias("tiff-alpha").withCompressions(Compression.NONE, LZW, ZIP);

    private static final int HEADER = 8;
    private static final double DEFAULT_RESOLUTION = 72;
    private static final int BLACK_IS_ZERO = 1;
    private static final int RGB = 2;
    private static final int UNASSOCIATED_ALPHA = 2;
    private static final int INCH = 2;

    public TiffEncoder() {
        super("tiff", Integer.MAX_VALUE, TIFF, TIFF_ALPHA);
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options) {
        Pixels source = PlaneConversions.toRgb(pixels);
        List<Plane> planes = new ArrayList<>(source.planes());
        if (source.alpha() != null) {
            planes.add(source.alpha());
        }
        int strip = Math.multiplyExact(source.width() * source.height(), planes.size());
        DirectoryWriter directory = directory(source, planes.size(), strip, options);
        byte[] file = new byte[Math.addExact(strip, HEADER + directory.length())];
        ByteBuffer buffer = ByteBuffer.wrap(file).putInt(0x4d4d002a).putInt(HEADER + strip);
        interleave(planes, file);
        directory.writeTo(buffer.position(HEADER + strip));
        return file;
    }

    private static DirectoryWriter directory(Pixels pixels, int bands, int strip, EncodeOptions options) {
        DirectoryWriter directory = new DirectoryWriter(ByteOrder.BIG_ENDIAN);
        directory.whole(TiffTags.WIDTH, pixels.width());
        directory.whole(TiffTags.HEIGHT, pixels.height());
        directory.shorts(TiffTags.BITS_PER_SAMPLE, 8, bands);
        directory.shorts(TiffTags.COMPRESSION, 1, 1);
        directory.shorts(TiffTags.PHOTOMETRIC, pixels.samples() == Samples.GRAY ? BLACK_IS_ZERO : RGB, 1);
        directory.whole(TiffTags.STRIP_OFFSETS, HEADER);
        directory.shorts(TiffTags.SAMPLES_PER_PIXEL, bands, 1);
        directory.whole(TiffTags.ROWS_PER_STRIP, pixels.height());
        directory.whole(TiffTags.STRIP_BYTE_COUNTS, strip);
        double resolution =
                options.embedded().resolution() > 0 ? options.embedded().resolution() : DEFAULT_RESOLUTION;
        directory.fraction(TiffTags.X_RESOLUTION, resolution);
        directory.fraction(TiffTags.Y_RESOLUTION, resolution);
        directory.shorts(TiffTags.PLANAR_CONFIGURATION, 1, 1);
        directory.shorts(TiffTags.RESOLUTION_UNIT, INCH, 1);
        if (pixels.alpha() != null) {
            directory.shorts(TiffTags.EXTRA_SAMPLES, UNASSOCIATED_ALPHA, 1);
        }
        if (options.embedded().profile() != null) {
            directory.bytes(TiffTags.ICC_PROFILE, options.embedded().profile().bytes());
        }
        return directory;
    }

    private static void interleave(List<Plane> planes, byte[] file) {
        int bands = planes.size();
        for (int band = 0; band < bands; band++) {
            byte[] samples = planes.get(band).samples();
            for (int i = 0, to = HEADER + band; i < samples.length; i++, to += bands) {
                file[to] = samples[i];
            }
        }
    }
}
