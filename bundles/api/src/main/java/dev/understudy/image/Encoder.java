package dev.understudy.image;

import dev.understudy.failure.ServeException;
import org.osgi.annotation.versioning.ConsumerType;

/** Writes one file format. */
@ConsumerType
public interface Encoder {

    /** Lower-case name of the format: jpeg, png, gif, tiff, webp. */
    String format();

    /** The media type of what it writes, such as {@code image/jpeg}. */
    String mediaType();

    /** Whether it can keep transparency; alpha is ignored by those that cannot. */
    boolean writesAlpha();

    /**
     * The whole file.
     *
     * @param pixels GRAY, YCC or RGB; an encoder takes each of them, converting where its format cannot hold one
     * @throws ServeException when the library fails or memory is short
     */
    byte[] encode(Pixels pixels, EncodeOptions options) throws ServeException;
}
