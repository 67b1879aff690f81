package dev.understudy.engine.quarantine;

/** The steps from a file to an image, in their order. A file that fails at one may be good for those before it. */
public enum DecodingStage {
    /** What it is and how large. */
    HEAD,
    /** Its samples. */
    PIXELS,
    /** Its colors, by its profile. */
    COLORS
}
