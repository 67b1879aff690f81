package dev.understudy.codec.jpeg.encode;

/** How the inks of a CMYK image are stored in a JPEG. */
public enum InkStorage {
    /** Upside down, with the segment that says so: as Adobe's programs do it, and as readers of JPEG files expect it. */
    ADOBE,
    /** As they are and without a mark, for JPEG images within files that say themselves what they hold. */
    PLAIN
}
