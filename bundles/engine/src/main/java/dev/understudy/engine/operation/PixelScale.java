package dev.understudy.engine.operation;

/**
 * The size of the pixels of a raster, by which radii are scaled: layers are painted at the scale at which they are seen. Where
 * width and height are scaled differently, these are the means.
 *
 * @param composite pixels of the raster along one pixel of the composite
 * @param content pixels of the raster along one pixel of the layer's content at full resolution; the same as {@code composite}
 *     where there is no layer
 */
public record PixelScale(double composite, double content) {}
