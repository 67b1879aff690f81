package dev.understudy.codec.jpeg;

import dev.understudy.codec.guard.GuardedEncoder;
import dev.understudy.codec.jpeg.encode.InkStorage;
import dev.understudy.codec.jpeg.encode.JpegWriter;
import dev.understudy.codec.meta.PathWriter;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.image.Compression;
import dev.understudy.image.Embedded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.FormatOption;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.io.ByteArrayOutputStream;

/**
 * Writes JPEG: gray, YCbCr or CMYK, from planes that are never converted to RGB on the way.
 *
 * <p>Source: the reference's pages on fmt, qlt, pscan, iccEmbed, xmpEmbed and pathEmbed.
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
            .withOptions(
                    FormatOption.PROFILE, FormatOption.XMP, FormatOption.PATHS, FormatOption.SIZE, FormatOption.SCANS);

    private final JpegWriter writer = new JpegWriter(InkStorage.ADOBE);

    public JpegEncoder() {
        super("jpeg", JpegWriter.MAX_SIDE, JPEG, PROGRESSIVE);
    }

    @Override
    public long memory(PixelSize size, EncodeOptions options) {
        return JpegWriter.memory(size, isProgressive(options));
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options) {
        return write(pixels, options, IdleProcessors.NONE);
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options, IdleProcessors processors) {
        boolean inks = pixels.samples() == Samples.CMYK;
        Pixels source = inks ? pixels : PlaneConversions.toYcc(pixels);
        return writer.write(source, options, isProgressive(options), notes(options.embedded(), inks), processors);
    }

    private static boolean isProgressive(EncodeOptions options) {
        return options.format().equals(PROGRESSIVE);
    }

    /** The segments of what is embedded; JFIF's, if there is one, has the resolution already, unless that is too large or too small. */
    private static byte[] notes(Embedded embedded, boolean inks) {
        ByteArrayOutputStream notes = new ByteArrayOutputStream();
        if (embedded.resolution() > 0 && (inks || !JpegWriter.holdsResolution(embedded.resolution()))) {
            notes.writeBytes(ExifResolution.segment(embedded.resolution()));
        }
        if (embedded.profile() != null) {
            notes.writeBytes(ProfileSegments.write(embedded.profile()));
        }
        if (embedded.xmp() != null) {
            notes.writeBytes(XmpSegments.write(embedded.xmp()));
        }
        notes.writeBytes(PhotoshopSegments.write(PathWriter.write(embedded.paths())));
        return notes.toByteArray();
    }
}
