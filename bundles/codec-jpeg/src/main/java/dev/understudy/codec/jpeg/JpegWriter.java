package dev.understudy.codec.jpeg;

import dev.understudy.codec.guard.JdkPlugins;
import dev.understudy.codec.io.FileBuffer;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes JPEG images, for files of their own or within others, by the JDK's writer. */
public final class JpegWriter {

    /** What an image of four inks takes whose file does not become smaller than its samples, itself and its file among it. */
    public static final int BYTES_A_PIXEL = 26;

    private final ImageWriterSpi plugin = JdkPlugins.writer("jpeg");
    private final InkStorage inks;

    /**
     * A writer.
     *
     * @param inks how CMYK images are stored
     */
    public JpegWriter(InkStorage inks) {
        this.inks = inks;
    }

    /**
     * An image of one scan, in the quality, with the chroma and with the resolution of the options; whatever else is to be in
     * the file is not.
     *
     * @param pixels GRAY, YCC or CMYK; its alpha is left out
     */
    public byte[] write(Pixels pixels, EncodeOptions options) throws IOException {
        return write(pixels, options, false);
    }

    byte[] write(Pixels pixels, EncodeOptions options, boolean progressive) throws IOException {
        Raster raster = pixels.samples() == Samples.CMYK
                ? InterleavedRaster.inks(pixels, inks)
                : InterleavedRaster.raster(pixels, options.fullChroma());
        FileBuffer bytes = new FileBuffer();
        ImageWriter writer = plugin.createWriterInstance();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
            param.setOptimizeHuffmanTables(true);
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(raster, null, metadata(writer, pixels.samples(), options)), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A raster has no colors and is written as it is; the metadata only says what the file is to call them. */
    private IIOMetadata metadata(ImageWriter writer, Samples samples, EncodeOptions options) throws IOException {
        ImageTypeSpecifier type = ImageTypeSpecifier.createFromBufferedImageType(
                samples == Samples.GRAY ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        IIOMetadata metadata = writer.getDefaultImageMetadata(type, writer.getDefaultWriteParam());
        JpegSettings settings = new JpegSettings(metadata);
        if (samples == Samples.CMYK) {
            settings.setInks(inks);
        } else {
            settings.setDensity(options.embedded().resolution());
        }
        settings.setQuality(options.quality());
        if (options.fullChroma()) {
            settings.setFullChroma();
        }
        settings.apply();
        return metadata;
    }
}
