package dev.understudy.codec.jpeg;

import dev.understudy.codec.guard.GuardedEncoder;
import dev.understudy.codec.meta.PathWriter;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.FormatOption;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Writes JPEG: gray, YCbCr or CMYK, from planes that are never converted to RGB on the way.
 *
 * <p>Source: the reference's pages on fmt, qlt, iccEmbed, xmpEmbed and pathEmbed.
 */
public final class JpegEncoder extends GuardedEncoder {

    private static final Compression ONLY = Compression.lossyChroma("none");

    static final OutputFormat JPEG = OutputFormat.of("jpeg", "image/jpeg")
            .withAlias("jpg")
            .withSamples(Samples.RGB, Samples.GRAY, Samples.CMYK)
            .withCompressions(ONLY)
            .withOptions(FormatOption.PROFILE, FormatOption.XMP, FormatOption.PATHS, FormatOption.SIZE);

    static final OutputFormat PROGRESSIVE = OutputFormat.of("pjpeg", "image/jpeg")
            .withAlias("pjpg")
            .withSamples(Samples.RGB, Samples.GRAY, Samples.CMYK)
            .withCompressions(ONLY)
            .withOptions(FormatOption.PROFILE, FormatOption.XMP, FormatOption.PATHS, FormatOption.SIZE);

    /** The longest side in pixels: a little less than the format's own limit; the library's. */
    public static final int MAX_SIDE = 65_500;

    private final JpegWriter writer = new JpegWriter(InkStorage.ADOBE);

    public JpegEncoder() {
        super("jpeg", MAX_SIDE, JPEG, PROGRESSIVE);
    }

    @Override
    public long memory(PixelSize size, EncodeOptions options) {
        return size.area() * JpegWriter.BYTES_A_PIXEL;
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options) throws IOException {
        boolean inks = pixels.samples() == Samples.CMYK;
        Pixels source = inks ? pixels : PlaneConversions.toYcc(pixels);
        byte[] file = writer.write(source, options, options.format().equals(PROGRESSIVE));
        ByteArrayOutputStream notes = new ByteArrayOutputStream();
        if (inks && options.embedded().resolution() > 0) {
            notes.writeBytes(ExifResolution.segment(options.embedded().resolution()));
        }
        if (options.embedded().profile() != null) {
            notes.writeBytes(ProfileSegments.write(options.embedded().profile()));
        }
        if (options.embedded().xmp() != null) {
            notes.writeBytes(XmpSegments.write(options.embedded().xmp()));
        }
        notes.writeBytes(
                PhotoshopSegments.write(PathWriter.write(options.embedded().paths())));
        return notes.size() == 0 ? file : insert(file, notes.toByteArray());
    }

    /** Puts segments behind the first one, which must stay the first. */
    private static byte[] insert(byte[] file, byte[] segments) {
        int head = 4 + ((file[4] & 0xff) << 8 | (file[5] & 0xff));
        byte[] whole = new byte[Math.addExact(file.length, segments.length)];
        System.arraycopy(file, 0, whole, 0, head);
        System.arraycopy(segments, 0, whole, head, segments.length);
        System.arraycopy(file, head, whole, head + segments.length, file.length - head);
        return whole;
    }
}
