package dev.understudy.image;

/** How samples are weighed when an image is scaled; {@code resMode=} and {@code attribute::ResMode}. */
public enum ResMode {
    /** Bilinear, widened by the reduction so that nothing aliases. */
    BILIN,
    /** Bicubic (Catmull-Rom), likewise. */
    BICUB,
    /** Lanczos of three lobes. */
    SHARP2,
    /** Bicubic with more acuteness, for reductions. */
    BISHARP
}
