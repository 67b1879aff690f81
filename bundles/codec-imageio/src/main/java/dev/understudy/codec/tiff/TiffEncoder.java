package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.GuardedEncoder;
import dev.understudy.codec.jpeg.InkStorage;
import dev.understudy.codec.jpeg.JpegEncoder;
import dev.understudy.codec.jpeg.JpegWriter;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.FormatOption;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes TIFF of one strip and 8 bits a sample: gray, RGB, CMYK or, compressed as JPEG, YCbCr; with or without alpha.
 *
 * <p>Source: the reference's page on fmt, where {@code none} is the default compression; TIFF 6.0; its technical note 2 on JPEG.
 */
public final class TiffEncoder extends GuardedEncoder {

    private static final Compression LZW = Compression.lossless("lzw");
    private static final Compression ZIP = Compression.lossless("zip");
    private static final Compression JPEG = Compression.lossyChroma("jpeg");

    private static final OutputFormat TIFF = OutputFormat.of("tif", "image/tiff")
            .withAlias("tiff")
            .withSamples(Samples.RGB, Samples.GRAY, Samples.CMYK)
            .withCompressions(Compression.NONE, LZW, ZIP, JPEG)
            .withOptions(FormatOption.PROFILE, FormatOption.XMP, FormatOption.PATHS);

    private static final OutputFormat TIFF_ALPHA =
            TIFF.withAlpha("tif-alpha").withAlias("tiff-alpha").withCompressions(Compression.NONE, LZW, ZIP);

    private static final int BIG_ENDIAN_TIFF = 0x4d4d002a;
    private static final int HEADER = 8;
    /** As for PNG: more takes much longer and saves little. */
    private static final int ZIP_LEVEL = 4;

    private final JpegWriter jpeg = new JpegWriter(InkStorage.PLAIN);

    public TiffEncoder() {
        super("tiff", Integer.MAX_VALUE, TIFF, TIFF_ALPHA);
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options) throws IOException, ServeException {
        Coding coding = coding(options.compression());
        Pixels source = converted(pixels, coding);
        byte[] strip = strip(source, coding, options);
        DirectoryWriter directory = StripDirectory.of(source, options, coding, HEADER, strip.length);
        int start = HEADER + strip.length + (strip.length & 1); // directories begin at even places
        ByteBuffer file = ByteBuffer.allocate(Math.addExact(start, directory.length()));
        file.putInt(BIG_ENDIAN_TIFF).putInt(start).put(strip);
        directory.writeTo(file.position(start));
        return file.array();
    }

    private static Coding coding(Compression compression) {
        if (compression.equals(LZW)) {
            return Coding.LZW;
        }
        if (compression.equals(ZIP)) {
            return Coding.DEFLATE;
        }
        return compression.equals(JPEG) ? Coding.JPEG : Coding.NONE;
    }

    private static Pixels converted(Pixels pixels, Coding coding) {
        if (pixels.samples() == Samples.CMYK) {
            return pixels;
        }
        return coding == Coding.JPEG ? PlaneConversions.toYcc(pixels) : PlaneConversions.toRgb(pixels);
    }

    private byte[] strip(Pixels pixels, Coding coding, EncodeOptions options) throws IOException, ServeException {
        if (coding == Coding.JPEG) {
            requireSides(pixels, JpegEncoder.MAX_SIDE, "tiff with jpeg");
            return jpeg.write(pixels, options);
        }
        ByteArrayOutputStream strip = new ByteArrayOutputStream();
        StripRows rows = new StripRows(pixels);
        if (coding == Coding.LZW) {
            try (OutputStream out = new LzwOutput(strip)) {
                rows.writeTo(out, true);
            }
        } else if (coding == Coding.DEFLATE) {
            deflate(rows, strip);
        } else {
            rows.writeTo(strip, false);
        }
        return strip.toByteArray();
    }

    private static void deflate(StripRows rows, OutputStream strip) throws IOException {
        Deflater deflater = new Deflater(ZIP_LEVEL);
        try (OutputStream out = new DeflaterOutputStream(strip, deflater, 1 << 15)) {
            rows.writeTo(out, true);
        } finally {
            deflater.end();
        }
    }
}
