package dev.understudy.image;

/**
 * A way in which a format is compressed, as the third value of {@code fmt=} names it.
 *
 * @param name the lower-case name: letters, digits and {@code . _ + -}
 * @param quality whether {@code qlt=} makes a difference
 * @param chroma whether chroma may be subsampled; the encoder then takes {@link Samples#YCC}, and the second value of
 *     {@code qlt=} makes a difference
 */
public record Compression(String name, boolean quality, boolean chroma) {

    /** The only one of formats that leave no choice and lose nothing. */
    public static final Compression NONE = lossless("none");

    public Compression {
        OutputFormat.requireName(name);
    }

    /** A compression that keeps every sample. */
    public static Compression lossless(String name) {
        return new Compression(name, false, false);
    }

    /** A compression with a quality, but without chroma subsampling. */
    public static Compression lossy(String name) {
        return new Compression(name, true, false);
    }

    /** A compression of luma and chroma with a quality, such as that of JPEG. */
    public static Compression lossyChroma(String name) {
        return new Compression(name, true, true);
    }
}
