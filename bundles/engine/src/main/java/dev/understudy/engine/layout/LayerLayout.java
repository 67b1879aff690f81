package dev.understudy.engine.layout;

import dev.understudy.image.Region;

/**
 * The place of a layer on the canvas.
 *
 * @param clip the part of the content that shows, in the content's own pixels; may be empty
 * @param box the rectangle that {@code color=} fills, in the content's own coordinates: the content, and what a crop beyond its edges or
 *     the size of layer 0 adds
 * @param toCanvas from the content's pixels to those of the canvas
 * @param rect the layer's rectangle on the canvas, with its margins; what {@code bgColor=} fills
 * @param originX the point of the rectangle that positions refer to, from its left edge
 * @param originY likewise from its upper edge
 */
public record LayerLayout(Region clip, Box box, Affine toCanvas, Region rect, double originX, double originY) {}
