package dev.understudy.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of a layer from its content to its rectangle, in this order.
 *
 * <p>Source: the reference's page on layer transforms.
 *
 * @param crop part of the source, null for all; may reach beyond it, which adds transparency
 * @param cropPaths paths of the image, to whose bounds it is cropped then; those that are not there crop nothing
 * @param size the layer is scaled to fit; 0 in a direction leaves that direction free; null for none
 * @param scale factor when {@code size} is null, 1 for none
 * @param flip {@code flip=}
 * @param rotate degrees clockwise
 * @param perspective what the layer is made to fill then, null for none; {@code size} of an image is null beside it, and
 *     {@code scale} how much of its detail is used
 * @param extend margins, null for none
 */
public record LayerTransform(
        @Nullable Rect crop,
        List<String> cropPaths,
        @Nullable Point size,
        double scale,
        Flip flip,
        double rotate,
        @Nullable Perspective perspective,
        @Nullable Margins extend) {

    /** The identity. */
    public static final LayerTransform NONE = new LayerTransform(null, List.of(), null, 1, Flip.NONE, 0, null, null);

    public LayerTransform {
        cropPaths = List.copyOf(cropPaths);
        scale += 0.0;
        rotate += 0.0;
    }

    public LayerTransform withCrop(@Nullable Rect newCrop) {
        return new LayerTransform(newCrop, cropPaths, size, scale, flip, rotate, perspective, extend);
    }

    public LayerTransform withSize(@Nullable Point newSize) {
        return new LayerTransform(crop, cropPaths, newSize, scale, flip, rotate, perspective, extend);
    }

    public LayerTransform withScale(double newScale) {
        return new LayerTransform(crop, cropPaths, size, newScale, flip, rotate, perspective, extend);
    }
}
