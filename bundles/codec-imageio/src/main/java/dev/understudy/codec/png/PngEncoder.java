package dev.understudy.codec.png;

import dev.understudy.codec.guard.GuardedEncoder;
import dev.understudy.codec.meta.Density;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.FormatOption;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Writes PNG of 8 bits a sample: gray or RGB, with or without alpha. */
public final class PngEncoder extends GuardedEncoder {

    private static final OutputFormat PNG = OutputFormat.of("png", "image/png").withOptions(FormatOption.PROFILE);
    /** Written with all its colors. */
    private static final OutputFormat PNG8 =
            OutputFormat.of("png8", "image/png").withOptions(FormatOption.PROFILE);

    public PngEncoder() {
        super("png", Integer.MAX_VALUE, PNG, PNG.withAlpha("png-alpha"), PNG8, PNG8.withAlpha("png8-alpha"));
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options) throws IOException {
        Pixels source = PlaneConversions.toRgb(pixels);
        PngWriter writer = new PngWriter();
        writer.chunk("IHDR", header(source));
        if (options.embedded().profile() != null) {
            writer.chunk("iCCP", PngProfile.write(options.embedded().profile()));
        }
        if (options.embedded().resolution() > 0) {
            writer.chunk("pHYs", density(options.embedded().resolution()));
        }
        try (OutputStream data = writer.imageData()) {
            FilteredSamples.write(source, data);
        }
        return writer.end();
    }

    private static byte[] header(Pixels pixels) {
        boolean gray = pixels.samples() == Samples.GRAY;
        boolean alpha = pixels.alpha() != null;
        int type = gray ? alpha ? PngHeader.GRAY_ALPHA : PngHeader.GRAY : alpha ? PngHeader.RGB_ALPHA : PngHeader.RGB;
        return ByteBuffer.allocate(13)
                .putInt(pixels.width())
                .putInt(pixels.height())
                .put((byte) 8)
                .put((byte) type)
                .array();
    }

    private static byte[] density(double resolution) {
        int meter = Density.toMetre(resolution);
        return ByteBuffer.allocate(9).putInt(meter).putInt(meter).put((byte) 1).array();
    }
}
