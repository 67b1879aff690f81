package dev.understudy.catalog;

/** When the pixel ratio and the connection that clients tell of change images. */
public enum HintUse {
    /** Never. */
    NONE,
    /** For requests that ask for it. */
    ASKED,
    /** For all requests but those that refuse it. */
    ALWAYS
}
