package dev.understudy.codec.png;

import dev.understudy.codec.guard.GuardedEncoder;
import dev.understudy.codec.meta.Density;
import dev.understudy.codec.palette.IndexedImage;
import dev.understudy.codec.palette.Quantizer;
import dev.understudy.codec.palette.Transparency;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.image.Embedded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.FormatOption;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Writes PNG of 8 bits a sample: gray or RGB, or up to 256 colors; with or without alpha.
 *
 * <p>Source: the reference's pages on fmt and quantize; the PNG specification.
 */
public final class PngEncoder extends GuardedEncoder {

    private static final OutputFormat PNG = OutputFormat.of("png", "image/png").withOptions(FormatOption.PROFILE);
    private static final OutputFormat PNG8 = OutputFormat.of("png8", "image/png")
            .withSamples(Samples.RGB)
            .withOptions(FormatOption.PROFILE, FormatOption.PALETTE);

    private static final int OPAQUE = 0xff;
    /** The image, and the file in parts and as a whole, for one that cannot be compressed. */
    private static final int BYTES_A_PIXEL = 17;

    /** Strips of four bands that cannot be compressed, deflated and not. */
    private static final int BYTES_OF_STRIPS = 8;

    public PngEncoder() {
        super("png", Integer.MAX_VALUE, PNG, PNG.withAlpha("png-alpha"), PNG8, PNG8.withAlpha("png8-alpha"));
    }

    @Override
    public long memory(PixelSize size, EncodeOptions options) {
        return size.area() * BYTES_A_PIXEL
                + Math.min(size.area() * BYTES_OF_STRIPS, FilteredStrips.memory(size.width()))
                + (options.format().heeds(FormatOption.PALETTE) ? Quantizer.memory(size.area(), Transparency.SOFT) : 0);
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options) throws IOException {
        return write(pixels, options, IdleProcessors.NONE);
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options, IdleProcessors processors) throws IOException {
        Pixels source = PlaneConversions.toRgb(pixels);
        return options.format().heeds(FormatOption.PALETTE)
                ? indexed(Quantizer.reduce(source, Transparency.SOFT, options.quantization()), options)
                : direct(source, options, processors);
    }

    private static byte[] direct(Pixels pixels, EncodeOptions options, IdleProcessors processors) throws IOException {
        boolean gray = pixels.samples() == Samples.GRAY;
        boolean alpha = pixels.alpha() != null;
        int type = gray ? alpha ? PngHeader.GRAY_ALPHA : PngHeader.GRAY : alpha ? PngHeader.RGB_ALPHA : PngHeader.RGB;
        PngWriter writer = new PngWriter();
        writeHead(writer, pixels.width(), pixels.height(), type, options);
        try (OutputStream data = writer.imageData()) {
            FilteredSamples.write(pixels, data, processors);
        }
        return writer.end();
    }

    private static byte[] indexed(IndexedImage image, EncodeOptions options) throws IOException {
        PngWriter writer = new PngWriter();
        writeHead(writer, image.indexes().width(), image.indexes().height(), PngHeader.PALETTE, options);
        byte[][] components = {image.components(16), image.components(8), image.components(0)};
        byte[] palette = new byte[3 * image.colors().size()];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = components[i % 3][i / 3];
        }
        writer.chunk("PLTE", palette);
        if (image.colors().stream().anyMatch(color -> color >>> 24 != OPAQUE)) {
            writer.chunk("tRNS", image.components(24));
        }
        try (OutputStream data = writer.imageData()) {
            FilteredSamples.writeIndexes(image.indexes(), data);
        }
        return writer.end();
    }

    private static void writeHead(PngWriter writer, int width, int height, int type, EncodeOptions options)
            throws IOException {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        writer.chunk("IHDR", header.put((byte) 8).put((byte) type).array());
        Embedded embedded = options.embedded();
        if (embedded.profile() != null) {
            writer.chunk("iCCP", PngProfile.write(embedded.profile()));
        }
        if (embedded.resolution() > 0) {
            writer.chunk("pHYs", density(embedded.resolution()));
        }
    }

    private static byte[] density(double resolution) {
        int meter = Density.toMetre(resolution);
        return ByteBuffer.allocate(9).putInt(meter).putInt(meter).put((byte) 1).array();
    }
}
