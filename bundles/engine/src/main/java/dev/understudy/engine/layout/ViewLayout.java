package dev.understudy.engine.layout;

import dev.understudy.image.PixelSize;

/**
 * The part of the composite that the reply shows.
 *
 * @param reply the reply's size
 * @param toReply from pixels of the composite to pixels of the reply; keeps axes
 */
public record ViewLayout(PixelSize reply, Affine toReply) {}
