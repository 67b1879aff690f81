package dev.understudy.codec.guard;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import java.io.IOException;
import java.util.List;

/** An encoder whose library may throw what it likes. */
public abstract class GuardedEncoder implements Encoder {

    private final String format;
    private final int maxSide;
    private final List<OutputFormat> formats;

    /**
     * An encoder.
     *
     * @param format the name of the file format, for messages
     * @param maxSide the longest side that the format can have, in pixels
     * @param formats as in {@link #formats()}
     */
    protected GuardedEncoder(String format, int maxSide, OutputFormat... formats) {
        this.format = format;
        this.maxSide = maxSide;
        this.formats = List.of(formats);
    }

    @Override
    public final List<OutputFormat> formats() {
        return formats;
    }

    @Override
    public final boolean holds(PixelSize size) {
        return size.width() <= maxSide && size.height() <= maxSide;
    }

    @Override
    public final byte[] encode(Pixels pixels, EncodeOptions options) throws ServeException {
        return encode(pixels, options, IdleProcessors.NONE);
    }

    @Override
    public final byte[] encode(Pixels pixels, EncodeOptions options, IdleProcessors processors) throws ServeException {
        requireSides(pixels, maxSide, format);
        return LibraryBoundary.write(format, () -> write(pixels, options, processors));
    }

    /**
     * Refuses an image that a format cannot hold.
     *
     * @param maxSide the longest side that the format can have, in pixels
     * @param format its name, for the message
     */
    protected static void requireSides(Pixels pixels, int maxSide, String format) throws ServeException {
        if (pixels.width() > maxSide || pixels.height() > maxSide) {
            throw new ServeException(new Failure.TooLarge(
                    "A reply of " + pixels.width() + "x" + pixels.height() + " pixels",
                    maxSide + " pixels a side, the limit of " + format));
        }
    }

    /** {@link #encode}, free to throw. */
    protected abstract byte[] write(Pixels pixels, EncodeOptions options) throws IOException, ServeException;

    /** The same with the help of processors that are idle; by default without. */
    protected byte[] write(Pixels pixels, EncodeOptions options, IdleProcessors processors)
            throws IOException, ServeException {
        return write(pixels, options);
    }
}
