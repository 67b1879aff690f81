package dev.understudy.levels.file;

import dev.understudy.image.DecodedPart;
import dev.understudy.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * A part of a plane.
 *
 * @param left its first column
 * @param top its first row
 * @param right the column behind its last
 * @param bottom the row behind its last
 */
record PlanePart(int left, int top, int right, int bottom) {

    /**
     * What a part of an image is in a level.
     *
     * @param level the first plane of the level
     * @return null when the part begins within a sample, or does not lie in the level
     */
    static @Nullable PlanePart of(DecodedPart part, StripedPlane level) {
        Region region = part.region();
        int by = part.reduction();
        if (region.isEmpty() || region.x() < 0 || region.y() < 0 || region.x() % by != 0 || region.y() % by != 0) {
            return null;
        }
        PlanePart found = new PlanePart(
                region.x() / by,
                region.y() / by,
                divideUp(region.x() + region.width(), by),
                divideUp(region.y() + region.height(), by));
        return found.right <= level.width() && found.bottom <= level.height() ? found : null;
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    private static int divideUp(int value, int by) {
        return (value + by - 1) / by;
    }
}
