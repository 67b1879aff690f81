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

    /** The number of the row or column that is farthest from the start of the view. */
    double farthest() {
        return Math.max(
                Math.abs((double) region.x()) + region.width(), Math.abs((double) region.y()) + region.height());
    }

    /** The same part of a view that is so much larger. */
    ReplyRect times(double factor) {
        Region larger = new Region(
                (int) Math.round(region.x() * factor),
                (int) Math.round(region.y() * factor),
                ViewScaling.times(region.width(), factor),
                ViewScaling.times(region.height(), factor));
        return new ReplyRect(larger, scale);
    }
}
