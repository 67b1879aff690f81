package dev.understudy.codec.png;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.understudy.codec.guard.GuardedEncoder;
import dev.understudy.codec.meta.Density;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.FormatOption;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG of 8 bits a sample: gray or RGB, with or without alpha. */
public final class PngEncoder extends GuardedEncoder {

    /** Higher levels take much longer and save little: the filters have done most of it. */
    private static final int LEVEL = 4;

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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(PngParser.SIGNATURE);
        chunk(out, "IHDR", header(source));
        if (options.embedded().profile() != null) {
            chunk(out, "iCCP", PngProfile.write(options.embedded().profile()));
        }
        if (options.embedded().resolution() > 0) {
            chunk(out, "pHYs", density(options.embedded().resolution()));
        }
        chunk(out, "IDAT", samples(source));
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
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

    private static byte[] samples(Pixels pixels) throws IOException {
        List<Plane> planes = new ArrayList<>(pixels.planes());
        if (pixels.alpha() != null) {
            planes.add(pixels.alpha());
        }
        RowFilter filter = new RowFilter(pixels.width(), planes.size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(LEVEL);
        try (OutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 15)) {
            for (int y = 0; y < pixels.height(); y++) {
                filter.write(planes, y, out);
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
