package dev.understudy.codec.tiff;

import dev.understudy.codec.jpeg.encode.InkStorage;
import dev.understudy.codec.jpeg.encode.JpegWriter;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.codec.raster.SampleRows;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Compresses a strip or a tile. */
final class ChunkCompressor {

    /** As for PNG: more takes much longer and saves little. */
    private static final int ZIP_LEVEL = 4;

    private final JpegWriter jpeg = new JpegWriter(InkStorage.PLAIN);

    /** The coding that a compression of {@link TiffEncoder} stands for. */
    static Coding coding(Compression compression) {
        if (compression.equals(TiffEncoder.LZW)) {
            return Coding.LZW;
        }
        if (compression.equals(TiffEncoder.ZIP)) {
            return Coding.DEFLATE;
        }
        return compression.equals(TiffEncoder.JPEG) ? Coding.JPEG : Coding.NONE;
    }

    /** An image in the color model that it is stored in. */
    static Pixels stored(Pixels pixels, Coding coding) {
        if (pixels.samples() == Samples.CMYK) {
            return pixels;
        }
        return coding == Coding.JPEG ? PlaneConversions.toYcc(pixels) : PlaneConversions.toRgb(pixels);
    }

    /**
     * Writes what is in a strip or tile.
     *
     * @param pixels an image that {@link #stored} has given
     */
    void write(Pixels pixels, Coding coding, EncodeOptions options, OutputStream file) throws IOException {
        switch (coding) {
            case JPEG -> file.write(jpeg.write(pixels, options));
            case LZW -> {
                try (OutputStream out = new LzwOutput(file)) {
                    new SampleRows(pixels).writeTo(out, true);
                }
            }
            case DEFLATE -> deflate(new SampleRows(pixels), file);
            default -> new SampleRows(pixels).writeTo(file, false);
        }
    }

    private static void deflate(SampleRows rows, OutputStream file) throws IOException {
        Deflater deflater = new Deflater(ZIP_LEVEL);
        try {
            DeflaterOutputStream out = new DeflaterOutputStream(file, deflater, 1 << 15);
            rows.writeTo(out, true);
            out.finish();
        } finally {
            deflater.end();
        }
    }
}
