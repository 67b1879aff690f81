package dev.understudy.engine.layout;

import dev.understudy.image.PixelSize;

/**
 * What the reply shows of the composite.
 *
 * @param reply the reply's size
 * @param toReply from pixels of the composite to pixels of the reply; keeps axes
 */
public record ViewLayout(PixelSize reply, Affine toReply) {}
