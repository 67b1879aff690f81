package dev.understudy.engine.quarantine;

/** The steps from a file to a picture, in their order. A file that fails at one may be good for those before it. */
public enum Step {
    /** What it is and how large. */
    HEAD,
    /** Its samples. */
    PIXELS,
    /** Its colours, by its profile. */
    COLORS
}
