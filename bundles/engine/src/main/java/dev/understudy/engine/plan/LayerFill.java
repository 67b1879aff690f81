package dev.understudy.engine.plan;

import dev.understudy.image.Color;

/**
 * The colors that lie behind the content of a layer.
 *
 * @param color {@code color=} of image and text layers: behind the content, rotated with it
 * @param background {@code bgColor=}: behind everything in the layer's rectangle, after rotation
 */
public record LayerFill(Color color, Color background) {

    /** Transparency. */
    public static final LayerFill NONE = new LayerFill(Color.TRANSPARENT, Color.TRANSPARENT);
}
