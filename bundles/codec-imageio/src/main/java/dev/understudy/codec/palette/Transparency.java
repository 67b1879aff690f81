package dev.understudy.codec.palette;

/** What becomes of pixels that are neither opaque nor transparent. */
public enum Transparency {
    /** They become one or the other, whichever is nearer; one color is transparent. */
    KEY,
    /** They stay; each color has an opacity of its own. */
    SOFT
}
