package dev.understudy.engine.plan;

/**
 * What is seen of a layer that has a mask.
 *
 * <p>Source: the reference's page on maskUse.
 */
public enum MaskUse {
    /** What the mask shows. */
    NORM,
    /** What the mask hides; nothing of a layer without a mask. */
    INVERT,
    /** All, as if there was no mask. */
    OFF
}
