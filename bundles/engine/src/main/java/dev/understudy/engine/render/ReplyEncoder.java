package dev.understudy.engine.render;

import dev.understudy.engine.codec.OutputFormats;
import dev.understudy.engine.color.Rgb;
import dev.understudy.engine.plan.EmbeddedNotes;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Compression;
import dev.understudy.image.Embedded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;

/** Writes the finished image in the format that was asked for. */
final class ReplyEncoder {

    private final OutputPlan output;
    private final Encoder encoder;
    private final EncodeOptions options;
    private final long maxBytes;

    /**
     * The encoder for a plan whose reply has this size.
     *
     * @throws ServeException when no codec writes the format
     */
    static ReplyEncoder of(ImagePlan plan, PixelSize size, OutputFormats formats, long maxBytes) throws ServeException {
        OutputPlan otherwise = plan.otherwise();
        boolean fits = formats.writer(plan.output().format()).encoder().holds(size);
        return new ReplyEncoder(otherwise == null || fits ? plan.output() : otherwise, formats, maxBytes);
    }

    private ReplyEncoder(OutputPlan output, OutputFormats formats, long maxBytes) throws ServeException {
        this.output = output;
        this.maxBytes = maxBytes;
        OutputFormats.Writer writer = formats.writer(output.format());
        encoder = writer.encoder();
        Compression compression =
                writer.format().compression(output.compression()).orElseThrow();
        options = EncodeOptions.of(writer.format(), compression)
                .withQuality(output.quality())
                .withFullChroma(output.fullChroma())
                .withScans(output.settings().scans())
                .withQuantization(output.settings().quantization())
                .withEmbedded(Embedded.NOTHING.withResolution(output.resolution()));
    }

    String mediaType() {
        return options.format().mediaType();
    }

    /** The name of the format. */
    String format() {
        return options.format().name();
    }

    /** The notes that the reply carries, if there are any. */
    EmbeddedNotes notes() {
        return output.notes();
    }

    /** Whether transparency is wanted; only formats that keep it are planned with it. */
    boolean keepsAlpha() {
        return output.channels() == OutputPlan.Channels.COLOR_AND_ALPHA;
    }

    /** Bytes that writing takes at most. */
    long memory(PixelSize size) {
        long notes = output.notes().equals(EmbeddedNotes.NONE) ? 0 : SceneNotes.BYTES;
        // with jpegSize, the best file so far is kept while another one is written
        long file = Math.min(output.settings().maxKilobytes() * 1024L, size.area() * 4);
        return encoder.memory(size, options) + notes + file;
    }

    /** Whether luma and chroma are written as they are. */
    boolean takesYcc() {
        return options.compression().chroma();
    }

    /** Whether the format wants chroma at half the resolution. */
    boolean takesPairedChroma() {
        return takesYcc() && !output.fullChroma();
    }

    /**
     * The file.
     *
     * @param pixels in the colors of the reply
     * @param colors what they mean
     * @param notes what it carries beside the pixels
     * @param processors what may help
     * @throws ServeException when the encoder fails or the file is too large
     */
    byte[] encode(Pixels pixels, ReplyColors colors, Renderer.Notes notes, IdleProcessors processors)
            throws ServeException {
        EncodeOptions noted = options.withEmbedded(options.embedded()
                .withProfile(colors.embedded())
                .withXmp(notes.xmp())
                .withPaths(notes.paths()));
        byte[] bytes = write(prepared(pixels, colors.output().samples()), noted, processors);
        if (bytes.length > maxBytes) {
            throw new ServeException(new Failure.TooLarge(
                    "A reply of " + bytes.length + " bytes", "MaxMessageSize, " + maxBytes + " bytes"));
        }
        return bytes;
    }

    private byte[] write(Pixels pixels, EncodeOptions noted, IdleProcessors processors) throws ServeException {
        int maxKilobytes = output.settings().maxKilobytes();
        return maxKilobytes == 0
                ? encoder.encode(pixels, noted, processors)
                : new SizedEncoding(encoder, noted, maxKilobytes, processors).encode(pixels);
    }

    /** A gray image still gives a reply in color, unless gray is asked for. */
    private Pixels prepared(Pixels pixels, Samples written) {
        if (written != Samples.RGB) {
            return pixels;
        }
        return pixels.samples() == Samples.YCC && takesYcc() ? pixels : Rgb.of(pixels);
    }
}
