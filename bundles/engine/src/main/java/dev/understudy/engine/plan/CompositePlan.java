package dev.understudy.engine.plan;

/**
 * What is done to the composite before it is viewed.
 *
 * @param flipHorizontal {@code layer=comp&flip=lr}
 * @param flipVertical {@code layer=comp&flip=ud}
 * @param opacity 0..1, {@code layer=comp&opac=}
 */
public record CompositePlan(boolean flipHorizontal, boolean flipVertical, double opacity) {

    /** Nothing. */
    public static final CompositePlan NONE = new CompositePlan(false, false, 1);

    public CompositePlan {
        opacity += 0.0;
    }
}
