package dev.understudy.image;

import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads one file format. Content decides, never the file's name. A decoder turns everything its library throws into a
 * {@link ServeException} and never hands out an image that is only partly there, unless {@link Tolerance#LENIENT} is
 * asked for.
 */
@ConsumerType
public interface Decoder {

    /** Lower-case name of the format, as in {@link ImageInfo#format()}. */
    String format();

    /**
     * Whether the file is of this format.
     *
     * @param head the first bytes of the file, up to 64; read from position to limit, left unmoved
     */
    boolean recognizes(ByteBuffer head);

    /**
     * What the file says about its image, without decoding pixels.
     *
     * @throws ServeException when the file is corrupt, as far as that shows without decoding pixels
     */
    ImageInfo inspect(Source source, Tolerance tolerance) throws ServeException;

    /** {@link #inspect(Source, Tolerance)} of a file that has to be sound. */
    default ImageInfo inspect(Source source) throws ServeException {
        return inspect(source, Tolerance.STRICT);
    }

    /**
     * The paths that the file carries, in its order; none for a format that cannot. Asked only when a request names one.
     * Damage to them is no damage to the image: a path that cannot be read is left out.
     *
     * @throws ServeException when the file cannot be read at all
     */
    default List<EmbeddedPath> paths(Source source) throws ServeException {
        return List.of();
    }

    /**
     * The XMP packet of the file; null when there is none, or for a format that cannot hold one. Asked only when a request wants
     * it. Damage to it is no damage to the image: a packet that cannot be read is as good as not there.
     *
     * @throws ServeException when the file cannot be read at all
     */
    default @Nullable Xmp xmp(Source source) throws ServeException {
        return null;
    }

    /**
     * The ICC profile that the file embeds, as {@link #decode} has it; null for none. By default that of a decoded pixel.
     *
     * @throws ServeException as {@link #decode}
     */
    default @Nullable ColorProfile profile(Source source, Tolerance tolerance) throws ServeException {
        return decode(source, new DecodeRequest(new Region(0, 0, 1, 1), 1, tolerance))
                .pixels()
                .profile();
    }

    /**
     * What {@link #decode} would give of a sound file, without decoding pixels.
     *
     * @param info what {@link #inspect} has given of it
     * @return null when that is not known, or not cut from the same samples for every part
     * @throws ServeException when the file cannot be read
     */
    default @Nullable DecodedPart part(Source source, ImageInfo info, DecodeRequest request) throws ServeException {
        return null;
    }

    /**
     * How many bytes {@link #decode} takes at a time at most, its result among them, as far as that can be told beforehand.
     *
     * @param info what the file says
     */
    default long memory(ImageInfo info, DecodeRequest request) {
        return info.area() * info.bytesPerPixel();
    }

    /**
     * The pixels.
     *
     * @throws ServeException when the file is corrupt, truncated or beyond what the decoder can hold
     */
    Decoded decode(Source source, DecodeRequest request) throws ServeException;

    /**
     * Whether decoding a request would take much less time with an {@link #index}.
     *
     * @param info what the file says
     */
    default boolean gainsByIndex(ImageInfo info, DecodeRequest request) {
        return false;
    }

    /**
     * What the decoder can find a part of a file by later, without reading what is before it. All of the file is read for that, as strictly
     * as by {@link #decode}.
     *
     * @return what only this decoder understands; no bytes when there is no index of the file
     * @throws ServeException as {@link #decode}
     */
    default byte[] index(Source source) throws ServeException {
        return new byte[0];
    }

    /**
     * The pixels that {@link #decode} would give, found by an index.
     *
     * @param index what {@link #index} gave of the same state of the file
     * @param processors what may help
     * @return null when the index is damaged, or what it leads to is not what it was made of: then the file has to be decoded without
     * @throws ServeException when the file cannot be read
     */
    default @Nullable Decoded decodeIndexed(
            Source source, DecodeRequest request, byte[] index, IdleProcessors processors) throws ServeException {
        return null;
    }

    /**
     * {@link #decode(Source, DecodeRequest)} with the help of processors that are idle, where the decoder can use them.
     *
     * @param processors what may help; the pixels do not depend on it
     */
    default Decoded decode(Source source, DecodeRequest request, IdleProcessors processors) throws ServeException {
        return decode(source, request);
    }
}
