package dev.understudy.engine.plan;

import org.jspecify.annotations.Nullable;

/**
 * The place of a layer on the canvas.
 *
 * <p>Source: the reference's page on layer placement.
 *
 * @param anchor center of rotation and default origin, relative to the source; null for its center
 * @param origin alignment point of the layer rectangle, null for the transformed anchor
 * @param position offset of the origin from layer 0's origin
 */
public record LayerPlacement(
        @Nullable Point anchor, @Nullable Point origin, Point position) {

    /** The middle of the canvas. */
    public static final LayerPlacement CENTERED = new LayerPlacement(null, null, Point.ZERO);

    public LayerPlacement withOrigin(@Nullable Point newOrigin) {
        return new LayerPlacement(anchor, newOrigin, position);
    }
}
