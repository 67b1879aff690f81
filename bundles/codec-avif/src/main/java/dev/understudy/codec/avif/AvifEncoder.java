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
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.util.List;

/**
 * Writes AVIF of 8 bits a sample, lossy with chroma at half or full resolution, or lossless. Opacity is never lossy.
 *
 * <p>Source: the reference's page on fmt.
 */
public final class AvifEncoder extends GuardedEncoder {

    private static final Compression LOSSLESS = Compression.lossless("lossless");

    private static final OutputFormat AVIF = OutputFormat.of("avif", "image/avif")
            .withCompressions(Compression.lossyChroma("lossy"), LOSSLESS);

    private static final int MAX_SIDE = 16_384;

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
        return AvifWriter.write(color, alpha, content.settings.codes(), options.profile());
    }

    /** What native code has begun it cannot be made to leave, but what is not wanted any more is not begun. */
    private TemporalUnit encode(List<Plane> planes, CodingSettings settings) throws IOException, ServeException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ServeException(new Failure.Unavailable(
                    FailureKind.SERVER_OVERLOADED, "Writing an avif file was given up", null));
        }
        return av1.encode(planes, settings);
    }

    private record Content(List<Plane> planes, CodingSettings settings) {}

    private static Content content(Pixels pixels, EncodeOptions options) {
        boolean lossless = options.compression().equals(LOSSLESS);
        int quantizer = lossless ? 0 : QualityScale.quantizer(options.quality());
        if (pixels.samples() == Samples.GRAY) {
            return new Content(pixels.planes(), gray(quantizer, options));
        }
        if (lossless) {
            List<Plane> rgb = PlaneConversions.toRgb(pixels).planes();
            return new Content(
                    List.of(rgb.get(1), rgb.get(2), rgb.get(0)),
                    settings(ChromaFormat.FULL, ColorCodes.SRGB_AS_RGB, quantizer, options));
        }
        Pixels ycc = PlaneConversions.toYcc(pixels);
        boolean full = options.fullChroma();
        return new Content(
                full ? ChromaReduction.full(ycc) : ChromaReduction.half(ycc),
                settings(
                        full ? ChromaFormat.FULL : ChromaFormat.HALF,
                        ColorCodes.SRGB_AS_LUMA_AND_CHROMA,
                        quantizer,
                        options));
    }

    private static CodingSettings gray(int quantizer, EncodeOptions options) {
        return settings(ChromaFormat.NONE, ColorCodes.SRGB_AS_LUMA_AND_CHROMA, quantizer, options);
    }

    /** The settings for an image; where a profile says what colors mean, nothing else does. */
    private static CodingSettings settings(
            ChromaFormat chroma, ColorCodes codes, int quantizer, EncodeOptions options) {
        return new CodingSettings(chroma, options.profile() == null ? codes : codes.withoutColors(), quantizer);
    }
}
