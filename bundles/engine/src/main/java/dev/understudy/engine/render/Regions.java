package dev.understudy.engine.render;

import dev.understudy.image.Region;

/** Arithmetic of rectangles in a window. */
final class Regions {

    private Regions() {}

    /** A region of the window in coordinates that count from the corner of another one. */
    static Region from(Region place, Region region) {
        return new Region(region.x() - place.x(), region.y() - place.y(), region.width(), region.height());
    }

    /** The smallest rectangle around two; one of no pixels adds nothing. */
    static Region united(Region one, Region other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        int x = Math.min(one.x(), other.x());
        int y = Math.min(one.y(), other.y());
        int right = Math.max(one.x() + one.width(), other.x() + other.width());
        int bottom = Math.max(one.y() + one.height(), other.y() + other.height());
        return new Region(x, y, right - x, bottom - y);
    }
}
