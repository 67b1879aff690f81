package dev.understudy.codec.guard;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.Pixels;
import java.io.IOException;

/** An encoder whose library may throw what it likes. */
public abstract class GuardedEncoder implements Encoder {

    private final String format;
    private final boolean alpha;
    private final int maxSide;

    /**
     * An encoder.
     *
     * @param format as in {@link #format()}
     * @param alpha as in {@link #writesAlpha()}
     * @param maxSide the longest side that the format can have, in pixels
     */
    protected GuardedEncoder(String format, boolean alpha, int maxSide) {
        this.format = format;
        this.alpha = alpha;
        this.maxSide = maxSide;
    }

    @Override
    public final String format() {
        return format;
    }

    @Override
    public final String mediaType() {
        return "image/" + format;
    }

    @Override
    public final boolean writesAlpha() {
        return alpha;
    }

    @Override
    public final byte[] encode(Pixels pixels, EncodeOptions options) throws ServeException {
        if (pixels.width() > maxSide || pixels.height() > maxSide) {
            throw new ServeException(new Failure.TooLarge(
                    "A reply of " + pixels.width() + "x" + pixels.height() + " pixels",
                    maxSide + " pixels a side, the limit of " + format));
        }
        return LibraryBoundary.write(format, () -> write(pixels, options));
    }

    /** {@link #encode}, free to throw. */
    protected abstract byte[] write(Pixels pixels, EncodeOptions options) throws IOException, ServeException;
}
