package dev.understudy.testkit.codec;

import dev.understudy.image.ColorProfile;
import dev.understudy.image.Compression;
import dev.understudy.image.Embedded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.OutputFormat;
import org.jspecify.annotations.Nullable;

/**
 * Options for an encoder, with one thing changed: a format of the encoder that keeps transparency, where there is one, in its
 * usual compression at quality 90.
 */
public final class EncodeOptionsFixture {

    private static final int USUAL_QUALITY = 90;

    private final Encoder encoder;
    private final OutputFormat format;
    private final Compression compression;

    public EncodeOptionsFixture(Encoder encoder) {
        this.encoder = encoder;
        this.format = encoder.formats().stream()
                .filter(OutputFormat::alpha)
                .findFirst()
                .orElse(encoder.formats().get(0));
        this.compression = format.compressions().get(0);
    }

    /** The format that is written. */
    public OutputFormat format() {
        return format;
    }

    public EncodeOptions plain() {
        return quality(USUAL_QUALITY);
    }

    public EncodeOptions quality(int quality) {
        return EncodeOptions.of(format, compression).withQuality(quality);
    }

    public EncodeOptions fullChroma() {
        return plain().withFullChroma(true);
    }

    public EncodeOptions noted(double resolution, @Nullable ColorProfile profile) {
        return plain().withEmbedded(Embedded.NOTHING.withResolution(resolution).withProfile(profile));
    }

    /** Another format of the encoder. */
    public EncodeOptions as(String name) {
        OutputFormat other = encoder.formats().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return EncodeOptions.of(other, other.compressions().get(0)).withQuality(USUAL_QUALITY);
    }

    /** Another compression of the format. */
    public EncodeOptions compressed(String name) {
        return EncodeOptions.of(format, format.compression(name).orElseThrow()).withQuality(USUAL_QUALITY);
    }
}
