package dev.understudy.codec.jpeg;

import dev.understudy.codec.guard.GuardedEncoder;
import dev.understudy.codec.guard.JdkPlugins;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes JPEG, gray or YCbCr, from planes that are never converted to RGB on the way. */
public final class JpegEncoder extends GuardedEncoder {

    private static final Compression ONLY = Compression.lossyChroma("none");

    static final OutputFormat JPEG =
            OutputFormat.of("jpeg", "image/jpeg").withAlias("jpg").withCompressions(ONLY);

    static final OutputFormat PROGRESSIVE =
            OutputFormat.of("pjpeg", "image/jpeg").withAlias("pjpg").withCompressions(ONLY);

    /** Start of image and the JFIF segment, which the writer puts first. */
    private static final int HEAD = 2 + 2 + 16;

    /** A little less than the format's own limit; the library's. */
    private static final int MAX_SIDE = 65_500;

    private final ImageWriterSpi plugin;

    public JpegEncoder() {
        super("jpeg", MAX_SIDE, JPEG, PROGRESSIVE);
        plugin = JdkPlugins.writer("jpeg");
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options) throws IOException {
        Pixels source = PlaneConversions.toYcc(pixels);
        Raster raster = InterleavedRaster.raster(source, options.fullChroma());
        byte[] file = write(raster, source.samples() == Samples.GRAY, options);
        return options.embedded().profile() == null
                ? file
                : insert(file, ProfileSegments.write(options.embedded().profile()));
    }

    private byte[] write(Raster raster, boolean gray, EncodeOptions options) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = plugin.createWriterInstance();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
            param.setOptimizeHuffmanTables(true);
            if (options.format().equals(PROGRESSIVE)) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            // A raster has no colors and is written as it is; the type only says what the file is to call them.
            ImageTypeSpecifier type = ImageTypeSpecifier.createFromBufferedImageType(
                    gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
            IIOMetadata metadata = writer.getDefaultImageMetadata(type, param);
            JpegSettings.apply(options, metadata);
            writer.setOutput(output);
            writer.write(null, new IIOImage(raster, null, metadata), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] insert(byte[] file, byte[] segments) {
        byte[] whole = new byte[file.length + segments.length];
        System.arraycopy(file, 0, whole, 0, HEAD);
        System.arraycopy(segments, 0, whole, HEAD, segments.length);
        System.arraycopy(file, HEAD, whole, HEAD + segments.length, file.length - HEAD);
        return whole;
    }
}
