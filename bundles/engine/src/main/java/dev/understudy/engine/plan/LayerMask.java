package dev.understudy.engine.plan;

import org.jspecify.annotations.Nullable;

/**
 * The mask of a layer.
 *
 * <p>Source: the reference's pages on mask and maskUse.
 *
 * @param source an image or a nested request, stretched over the layer's content and cropped, scaled and rotated with it: its
 *     alpha, or its lightness where it has none, is the opacity. Null for the alpha of the layer's own image
 * @param use how the mask is used
 */
public record LayerMask(@Nullable LayerContent source, MaskUse use) {

    /** The alpha of the layer's own image, if it has one. */
    public static final LayerMask OWN = new LayerMask(null, MaskUse.NORM);

    /** The mask of a source that is used as it is. */
    public static LayerMask of(LayerContent source) {
        return new LayerMask(source, MaskUse.NORM);
    }
}
