package dev.understudy.codec.gif;

import dev.understudy.codec.guard.GuardedEncoder;
import dev.understudy.codec.guard.JdkPlugins;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes GIF: up to 256 colors that suit the image, with error diffusion when those are not all that it has. What is less
 * than half opaque becomes wholly transparent.
 *
 * <p>Source: the reference's page on quantize, whose default this is.
 */
public final class GifEncoder extends GuardedEncoder {

    private static final OutputFormat GIF = OutputFormat.of("gif", "image/gif");
    private static final int MAX_SIDE = 65_535;

    private final ImageWriterSpi plugin;

    public GifEncoder() {
        super("gif", MAX_SIDE, GIF, GIF.withAlpha("gif-alpha"));
        plugin = JdkPlugins.writer("gif");
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options) throws IOException {
        RgbPixels source = RgbPixels.of(PlaneConversions.toRgb(pixels));
        boolean keyed = source.anyTransparent();
        int limit = keyed ? 255 : 256;
        ColorTable exact = ColorTable.exact(source, limit);
        ColorTable table = exact == null ? new Histogram(source).reduce(limit) : exact;
        byte[] indexes = exact == null ? new Diffusion(source, table).indexes() : table.indexes(source);
        return write(new Plane(pixels.width(), pixels.height(), indexes), table.model(keyed));
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
