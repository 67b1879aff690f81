package dev.understudy.testkit.codec;

import dev.understudy.image.ColorProfile;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.OutputFormat;
import org.jspecify.annotations.Nullable;

/**
 * Options for an encoder, with one thing changed: a format of the encoder that keeps transparency, where there is one, in its
 * usual compression at quality 90.
 */
public final class EncodeOptionsFixture {

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
        return quality(90);
    }

    public EncodeOptions quality(int quality) {
        return new EncodeOptions(format, compression, quality, false, 0, null);
    }

    public EncodeOptions fullChroma() {
        return new EncodeOptions(format, compression, 90, true, 0, null);
    }

    public EncodeOptions noted(double resolution, @Nullable ColorProfile profile) {
        return new EncodeOptions(format, compression, 90, false, resolution, profile);
    }

    /** Another format of the encoder. */
    public EncodeOptions as(String name) {
        OutputFormat other = encoder.formats().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new EncodeOptions(other, other.compressions().get(0), 90, false, 0, null);
    }

    /** Another compression of the format. */
    public EncodeOptions compressed(String name) {
        return new EncodeOptions(format, format.compression(name).orElseThrow(), 90, false, 0, null);
    }
}
