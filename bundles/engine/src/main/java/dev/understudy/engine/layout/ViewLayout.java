package dev.understudy.engine.layout;

import dev.understudy.image.PixelSize;

/**
 * The part of the composite that the reply shows.
 *
 * @param reply the reply's size
 * @param toReply from pixels of the composite to pixels of the reply; keeps axes
 * @param edges the view, in pixels of the composite; a reply that {@code rect=} has reach beyond it shows background there
 */
public record ViewLayout(PixelSize reply, Affine toReply, Box edges) {}
