package dev.understudy.engine.render;

import dev.understudy.engine.color.Rgb;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Codec;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.util.List;

/** Writes the finished image in the format that was asked for. */
final class ReplyEncoder {

    private static final String JPEG = "jpeg";

    private final OutputPlan output;
    private final Encoder encoder;
    private final long maxBytes;

    /**
     * The encoder for an output.
     *
     * @throws ServeException when no codec writes the format
     */
    ReplyEncoder(OutputPlan output, List<Codec> codecs, long maxBytes) throws ServeException {
        this.output = output;
        this.maxBytes = maxBytes;
        encoder = codecs.stream()
                .flatMap(codec -> codec.encoders().stream())
                .filter(candidate -> candidate.format().equals(output.format()))
                .findFirst()
                .orElseThrow(() -> new ServeException(
                        new Failure.Unsupported("This server does not write '" + output.format() + "'")));
    }

    String mediaType() {
        return encoder.mediaType();
    }

    /** Whether transparency is wanted and can be written. */
    boolean keepsAlpha() {
        return output.channels() == OutputPlan.Channels.COLOR_AND_ALPHA && encoder.writesAlpha();
    }

    /** Whether the format wants luma and chroma, as far as it is known yet. */
    boolean takesYcc() {
        return JPEG.equals(output.format());
    }

    /** Whether the format wants chroma at half the resolution. */
    boolean takesPairedChroma() {
        return takesYcc() && !output.fullChroma();
    }

    /**
     * The file.
     *
     * @throws ServeException when the encoder fails or the file is too large
     */
    byte[] encode(Pixels pixels) throws ServeException {
        byte[] bytes = encoder.encode(
                prepared(pixels),
                new EncodeOptions(
                        output.quality(),
                        output.fullChroma(),
                        output.progressive(),
                        output.lossless(),
                        output.resolution(),
                        null));
        if (bytes.length > maxBytes) {
            throw new ServeException(new Failure.TooLarge(
                    "A reply of " + bytes.length + " bytes", "MaxMessageSize, " + maxBytes + " bytes"));
        }
        return bytes;
    }

    /** A gray source still gives a reply in color, unless gray is asked for. */
    private Pixels prepared(Pixels pixels) {
        if (output.gray()) {
            return Rgb.gray(pixels);
        }
        return pixels.samples() == Samples.YCC && takesYcc() ? pixels : Rgb.of(pixels);
    }
}
