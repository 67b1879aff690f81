package dev.understudy.engine.plan;

import dev.understudy.image.Region;

/**
 * The part of the finished view that is the reply; {@code rect=}.
 *
 * @param region the part of the view, after {@code scale}
 * @param scale factor, 1 for none
 */
public record ReplyRect(Region region, double scale) {

    public ReplyRect {
        scale += 0.0;
    }
}
