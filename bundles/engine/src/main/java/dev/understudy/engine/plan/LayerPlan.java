package dev.understudy.engine.plan;

import dev.understudy.image.Color;
import org.jspecify.annotations.Nullable;

/**
 * One layer. The order of work: crop, scale (or size), flip, fill with {@code fill}, rotate about the anchor, extend, then
 * opacity and background, then placing by origin and position.
 *
 * @param number z-order, 0 or more
 * @param content what is drawn
 * @param crop part of the source, null for all; may reach beyond it, which adds transparency
 * @param size the layer is scaled to fit; 0 in a direction leaves that direction free; null for none
 * @param scale factor when {@code size} is null, 1 for none
 * @param flipHorizontal {@code flip=lr}
 * @param flipVertical {@code flip=ud}
 * @param fill {@code color=} of image and text layers: behind the content, before rotation
 * @param rotate degrees clockwise
 * @param extend margins, null for none
 * @param background {@code bgColor=}: behind everything in the layer's rectangle, after rotation
 * @param opacity 0..1
 * @param anchor center of rotation and default origin, relative to the source; null for its center
 * @param origin alignment point of the layer rectangle, null for the transformed anchor
 * @param position offset of the origin from layer 0's origin
 */
public record LayerPlan(
        int number,
        LayerContent content,
        @Nullable Rect crop,
        @Nullable Point size,
        double scale,
        boolean flipHorizontal,
        boolean flipVertical,
        Color fill,
        double rotate,
        @Nullable Margins extend,
        Color background,
        double opacity,
        @Nullable Point anchor,
        @Nullable Point origin,
        Point position) {

    public LayerPlan {
        scale += 0.0;
        rotate += 0.0;
        opacity += 0.0;
    }

    /** A layer that draws its content as it is, in the middle of the canvas. */
    public static LayerPlan plain(int number, LayerContent content) {
        return new LayerPlan(
                number,
                content,
                null,
                null,
                1,
                false,
                false,
                Color.TRANSPARENT,
                0,
                null,
                Color.TRANSPARENT,
                1,
                null,
                null,
                Point.ZERO);
    }

    public LayerPlan withContent(LayerContent newContent) {
        return new LayerPlan(
                number,
                newContent,
                crop,
                size,
                scale,
                flipHorizontal,
                flipVertical,
                fill,
                rotate,
                extend,
                background,
                opacity,
                anchor,
                origin,
                position);
    }

    public LayerPlan withSize(@Nullable Point newSize) {
        return new LayerPlan(
                number,
                content,
                crop,
                newSize,
                scale,
                flipHorizontal,
                flipVertical,
                fill,
                rotate,
                extend,
                background,
                opacity,
                anchor,
                origin,
                position);
    }

    public LayerPlan withScale(double newScale) {
        return new LayerPlan(
                number,
                content,
                crop,
                size,
                newScale,
                flipHorizontal,
                flipVertical,
                fill,
                rotate,
                extend,
                background,
                opacity,
                anchor,
                origin,
                position);
    }

    public LayerPlan withOrigin(@Nullable Point newOrigin) {
        return new LayerPlan(
                number,
                content,
                crop,
                size,
                scale,
                flipHorizontal,
                flipVertical,
                fill,
                rotate,
                extend,
                background,
                opacity,
                anchor,
                newOrigin,
                position);
    }

    /** The same layer with nothing to be seen of it. */
    public LayerPlan transparent() {
        return new LayerPlan(
                number,
                content,
                crop,
                size,
                scale,
                flipHorizontal,
                flipVertical,
                Color.TRANSPARENT,
                rotate,
                extend,
                Color.TRANSPARENT,
                0,
                anchor,
                origin,
                position);
    }
}
