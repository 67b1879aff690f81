package dev.understudy.engine.plan;

/**
 * The use of a mask: what it leaves of the rectangle that it belongs to.
 *
 * <p>Source: the reference's page on maskUse.
 */
public enum MaskUse {
    /** The foreground. */
    NORM,
    /** The background. */
    INVERT,
    /** The whole rectangle. */
    OFF
}
