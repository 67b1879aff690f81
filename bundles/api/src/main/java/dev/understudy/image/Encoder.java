package dev.understudy.image;

import dev.understudy.failure.ServeException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Writes one file format. What it writes can be asked for as soon as its {@link Codec} is there. */
@ConsumerType
public interface Encoder {

    /** What {@code fmt=} can ask for, one or more; always the same. */
    List<OutputFormat> formats();

    /** Whether the format can hold an image of this size; {@link #encode} fails where it cannot. */
    default boolean holds(PixelSize size) {
        return true;
    }

    /**
     * How many bytes {@link #encode} takes at a time at most, the image among them, as far as that can be told beforehand. By
     * default twice the samples of an image with alpha, and a file that grows as large.
     */
    default long memory(PixelSize size, EncodeOptions options) {
        return size.area() * 16;
    }

    /**
     * The whole file.
     *
     * @param pixels RGB, or GRAY where the format has it and gray is asked for, or YCC where the compression has chroma; with
     *     alpha only where the format keeps it; the profile in them is not for the file
     * @throws ServeException when the library fails, memory is short or the format cannot hold the image
     */
    byte[] encode(Pixels pixels, EncodeOptions options) throws ServeException;

    /**
     * {@link #encode(Pixels, EncodeOptions)} with the help of processors that are idle, where the encoder can use them.
     *
     * @param processors what may help; the file does not depend on it
     */
    default byte[] encode(Pixels pixels, EncodeOptions options, IdleProcessors processors) throws ServeException {
        return encode(pixels, options);
    }
}
