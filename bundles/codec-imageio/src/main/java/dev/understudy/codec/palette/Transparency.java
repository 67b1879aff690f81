package dev.understudy.codec.palette;

/** What becomes of pixels that are neither opaque nor transparent. */
public enum Transparency {
    /** Pixels become opaque or transparent, whichever is nearer; one color is transparent. */
    KEY,
    /** Opacities stay; each color has an opacity of its own. */
    SOFT
}
