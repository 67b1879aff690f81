package dev.understudy.codec.webp;

import dev.understudy.codec.guard.GuardedEncoder;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.FormatOption;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.List;

/** Writes WebP, lossy or lossless, with or without alpha. */
public final class WebpEncoder extends GuardedEncoder {

    private static final Compression LOSSLESS = Compression.lossless("lossless");

    private static final OutputFormat WEBP = OutputFormat.of("webp", "image/webp")
            .withSamples(Samples.RGB)
            .withCompressions(Compression.lossy("lossy"), LOSSLESS)
            .withOptions(FormatOption.PROFILE);

    private static final int MAX_SIDE = 16_383;

    /** The library's quality for lossless files, where it means effort; this much takes as long as PNG. */
    private static final int LOSSLESS_EFFORT = 25;

    private final LibWebp library;

    WebpEncoder(LibWebp library) {
        super("webp", MAX_SIDE, WEBP, WEBP.withAlpha("webp-alpha").withAlias("web-alpha"));
        this.library = library;
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options) {
        Pixels source = PlaneConversions.toRgb(pixels);
        boolean alpha = source.alpha() != null;
        boolean lossless = options.compression().equals(LOSSLESS);
        byte[] file = library.encode(
                interleave(source),
                source.width(),
                source.height(),
                alpha,
                lossless,
                lossless ? LOSSLESS_EFFORT : (int) Math.round(options.quality()));
        ColorProfile profile = options.embedded().profile();
        return profile == null ? file : ProfileChunk.insert(file, profile, source.width(), source.height());
    }

    private static byte[] interleave(Pixels pixels) {
        List<Plane> colors = pixels.samples() == Samples.GRAY
                ? List.of(pixels.plane(0), pixels.plane(0), pixels.plane(0))
                : pixels.planes();
        int bands = pixels.alpha() == null ? 3 : 4;
        byte[] samples = new byte[Math.multiplyExact(pixels.width() * pixels.height(), bands)];
        for (int band = 0; band < 3; band++) {
            fill(samples, colors.get(band), band, bands);
        }
        if (pixels.alpha() != null) {
            fill(samples, pixels.alpha(), 3, bands);
        }
        return samples;
    }

    private static void fill(byte[] target, Plane plane, int band, int bands) {
        byte[] samples = plane.samples();
        for (int i = 0, to = band; i < samples.length; i++, to += bands) {
            target[to] = samples[i];
        }
    }
}
