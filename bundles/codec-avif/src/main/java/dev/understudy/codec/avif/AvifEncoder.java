package dev.understudy.codec.avif;

import dev.understudy.codec.avif.av1.ChromaFormat;
import dev.understudy.codec.avif.av1.ColorCodes;
import dev.understudy.codec.avif.av1.TemporalUnit;
import dev.understudy.codec.avif.box.AvifWriter;
import dev.understudy.codec.guard.GuardedEncoder;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.FormatOption;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes AVIF of 8 bits a sample, lossy with chroma at half or full resolution, or lossless. Opacity is never lossy.
 *
 * <p>Source: the reference's page on fmt.
 */
public final class AvifEncoder extends GuardedEncoder {

    private static final Compression LOSSLESS = Compression.lossless("lossless");

    private static final OutputFormat AVIF = OutputFormat.of("avif", "image/avif")
            .withSamples(Samples.RGB)
            .withCompressions(Compression.lossyChroma("lossy"), LOSSLESS)
            .withOptions(FormatOption.PROFILE);

    private static final int MAX_SIDE = 16_384;

    private static final int PROFILE_HEADER = 128;
    private static final int PROFILE_SPACE = 16;
    private static final int PROFILE_OF_GRAY = 0x47524159; // GRAY

    private static final CodingSettings OPACITY =
            new CodingSettings(ChromaFormat.NONE, ColorCodes.SRGB_AS_LUMA_AND_CHROMA.withoutColors(), 0);

    private final Av1 av1;

    AvifEncoder(Av1 av1) {
        super("avif", MAX_SIDE, AVIF, AVIF.withAlpha("avif-alpha"));
        this.av1 = av1;
    }

    @Override
    public long memory(PixelSize size, EncodeOptions options) {
        return EncodingMemory.bytes(size, options);
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options) throws IOException, ServeException {
        Content content = content(pixels, options);
        TemporalUnit color = encode(content.planes, content.settings);
        Plane opacity = pixels.alpha();
        TemporalUnit alpha = opacity == null ? null : encode(List.of(opacity), OPACITY);
        return AvifWriter.write(
                color, alpha, content.settings.codes(), options.embedded().profile());
    }

    /** What native code has begun it cannot be made to leave, but what is not wanted any more is not begun. */
    private TemporalUnit encode(List<Plane> planes, CodingSettings settings) throws IOException, ServeException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ServeException(
                    new Failure.Unavailable(FailureKind.SERVER_OVERLOADED, "Writing an avif file was given up", null));
        }
        return av1.encode(planes, settings);
    }

    private record Content(List<Plane> planes, CodingSettings settings) {}

    private static Content content(Pixels pixels, EncodeOptions options) {
        boolean lossless = options.compression().equals(LOSSLESS);
        int quantizer = lossless ? 0 : QualityScale.quantizer(options.quality());
        if (pixels.samples() == Samples.GRAY && canBeGray(options.embedded().profile())) {
            return new Content(pixels.planes(), gray(quantizer, options));
        }
        Pixels colors = pixels.samples() == Samples.GRAY ? threeTimes(pixels) : pixels;
        return lossless ? rgb(colors, options) : lumaAndChroma(colors, quantizer, options);
    }

    /** Whether gray samples alone are what a profile is for. */
    private static boolean canBeGray(@Nullable ColorProfile profile) {
        return profile == null || profile.bytes().length < PROFILE_HEADER || isGray(profile);
    }

    private static boolean isGray(ColorProfile profile) {
        return ByteBuffer.wrap(profile.bytes()).getInt(PROFILE_SPACE) == PROFILE_OF_GRAY;
    }

    private static Pixels threeTimes(Pixels gray) {
        return new Pixels(Samples.RGB, Collections.nCopies(3, gray.plane(0)), gray.alpha(), null);
    }

    private static Content rgb(Pixels pixels, EncodeOptions options) {
        List<Plane> planes = PlaneConversions.toRgb(pixels).planes();
        return new Content(
                List.of(planes.get(1), planes.get(2), planes.get(0)),
                settings(ChromaFormat.FULL, ColorCodes.SRGB_AS_RGB, 0, options));
    }

    private static Content lumaAndChroma(Pixels pixels, int quantizer, EncodeOptions options) {
        Pixels ycc = PlaneConversions.toYcc(pixels);
        ChromaFormat chroma = options.fullChroma() ? ChromaFormat.FULL : ChromaFormat.HALF;
        return new Content(
                options.fullChroma() ? ChromaReduction.full(ycc) : ChromaReduction.half(ycc),
                settings(chroma, ColorCodes.SRGB_AS_LUMA_AND_CHROMA, quantizer, options));
    }

    private static CodingSettings gray(int quantizer, EncodeOptions options) {
        return settings(ChromaFormat.NONE, ColorCodes.SRGB_AS_LUMA_AND_CHROMA, quantizer, options);
    }

    /** The settings for an image; where a profile says what colors mean, nothing else does. */
    private static CodingSettings settings(
            ChromaFormat chroma, ColorCodes codes, int quantizer, EncodeOptions options) {
        return new CodingSettings(
                chroma, options.embedded().profile() == null ? codes : codes.withoutColors(), quantizer);
    }
}
