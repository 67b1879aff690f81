package dev.understudy.engine.quarantine;

/** The steps from a file to an image, in their order. A file that fails at one may be good for those before it. */
public enum DecodingStage {
    /** The format and the size. */
    HEAD,
    /** The samples. */
    PIXELS,
    /** The colors, by the embedded profile. */
    COLORS
}
