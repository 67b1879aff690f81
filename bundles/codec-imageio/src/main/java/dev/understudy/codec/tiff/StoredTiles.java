package dev.understudy.codec.tiff;

import dev.understudy.image.Samples;

/**
 * Tiles of the largest image of a pyramid that are JPEG images already and are handed on as they are.
 *
 * @param samples what their components are: GRAY, RGB or YCC
 * @param horizontal how many times as wide as the others the first component is
 * @param vertical how many times as high
 */
public record StoredTiles(Samples samples, int horizontal, int vertical) {}
