package dev.understudy.engine.layout;

import dev.understudy.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * The place of a layer on the canvas.
 *
 * @param clip the part of the content that shows, in the content's own pixels; may be empty
 * @param box the rectangle that {@code color=} fills, in the content's own coordinates: the content, and what a crop beyond its edges or
 *     the size of layer 0 adds
 * @param toContent from pixels of the layer's rectangle as it is before rotation and margins to the content's
 * @param toCanvas from the content's pixels to those of the canvas, or to those of the layer before {@code perspective} bends it
 * @param perspective from the layer as it is before to the canvas; null for layers that are not bent
 * @param rect the layer's rectangle on the canvas, with its margins; what {@code bgColor=} fills
 * @param originX the point of the rectangle that positions refer to, from its left edge
 * @param originY likewise from its upper edge
 */
public record LayerLayout(
        Region clip,
        Box box,
        Affine toContent,
        Affine toCanvas,
        @Nullable Projective perspective,
        Region rect,
        double originX,
        double originY) {

    /** From the content's pixels to those of the canvas, whatever the layer goes through. */
    public Projective projection() {
        Projective flat = Projective.of(toCanvas);
        return perspective == null ? flat : flat.then(perspective);
    }

    /**
     * All that there is of its content where it lies: its box, and what is seen beyond that. Of a layer that is bent, what would come
     * close to the horizon or behind it is left out.
     */
    public ConvexPolygon reach() {
        Box all = clip.isEmpty() ? box : box.united(Box.of(clip));
        return ConvexPolygon.of(all).before(projection(), box);
    }

    /** Whether its rows and columns are rows and columns of the canvas. */
    public boolean keepsAxes() {
        return perspective == null && toCanvas.keepsAxes();
    }

    /** The same layer with another part of its content. */
    public LayerLayout withClip(Region newClip) {
        return new LayerLayout(newClip, box, toContent, toCanvas, perspective, rect, originX, originY);
    }
}
