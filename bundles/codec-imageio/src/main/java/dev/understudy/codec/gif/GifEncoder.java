package dev.understudy.codec.gif;

import dev.understudy.codec.guard.GuardedEncoder;
import dev.understudy.codec.guard.JdkPlugins;
import dev.understudy.codec.palette.IndexedImage;
import dev.understudy.codec.palette.Quantizer;
import dev.understudy.codec.palette.Transparency;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.FormatOption;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes GIF: up to 256 colors. What is less than half opaque becomes wholly transparent.
 *
 * <p>Source: the reference's pages on fmt and quantize.
 */
public final class GifEncoder extends GuardedEncoder {

    private static final OutputFormat GIF = OutputFormat.of("gif", "image/gif").withOptions(FormatOption.PALETTE);
    private static final int MAX_SIDE = 65_535;
    /** The image, its indexes, and the writer's copies of what may be a larger file. */
    private static final int BYTES_A_PIXEL = 17;

    private static final int LEAST_COLORS = 2;

    private final ImageWriterSpi plugin;

    public GifEncoder() {
        super("gif", MAX_SIDE, GIF, GIF.withAlpha("gif-alpha"));
        plugin = JdkPlugins.writer("gif");
    }

    @Override
    public long memory(PixelSize size, EncodeOptions options) {
        return size.area() * BYTES_A_PIXEL + Quantizer.memory(size.area(), Transparency.KEY);
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options) throws IOException {
        IndexedImage image = Quantizer.reduce(PlaneConversions.toRgb(pixels), Transparency.KEY, options.quantization());
        return write(image.indexes(), model(image));
    }

    private static IndexColorModel model(IndexedImage image) {
        int size = Math.max(LEAST_COLORS, image.colors().size());
        byte[] red = Arrays.copyOf(image.components(16), size);
        byte[] green = Arrays.copyOf(image.components(8), size);
        byte[] blue = Arrays.copyOf(image.components(0), size);
        return new IndexColorModel(8, size, red, green, blue, image.key());
    }

    private byte[] write(Plane indexes, IndexColorModel colors) throws IOException {
        int width = indexes.width();
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(indexes.samples(), indexes.samples().length),
                width,
                indexes.height(),
                width,
                1,
                new int[] {0},
                null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = plugin.createWriterInstance();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DISABLED); // interlacing costs bytes and helps nobody
            writer.write(null, new IIOImage(new BufferedImage(colors, raster, false, null), null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
