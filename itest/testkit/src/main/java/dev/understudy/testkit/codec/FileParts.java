package dev.understudy.testkit.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.image.Decoded;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;

/** Compares parts of an image with the whole. */
public final class FileParts {

    private FileParts() {}

    /** Fails unless {@code part} is at least what was wanted of the whole, and the same; {@code whole} is as small as the part. */
    public static void assertContains(Pixels whole, Decoded part, Region wanted) {
        Region all = new Region(0, 0, part.info().width(), part.info().height());
        Region inside = wanted.intersect(all);
        Region given = part.region();
        assertEquals(inside, given.intersect(inside), "too little was given");
        assertEquals(0, given.x() % part.reduction(), "the part begins within a sample");
        assertEquals(0, given.y() % part.reduction(), "the part begins within a sample");
        Region reduced = reduced(given, part.reduction());
        assertEquals(reduced.width(), part.pixels().width());
        assertEquals(reduced.height(), part.pixels().height());
        Region compared = reduced(inside, part.reduction());
        for (int i = 0; i < whole.planes().size(); i++) {
            assertContains(whole, whole.plane(i), part.pixels().plane(i), reduced, compared);
        }
        Plane alpha = whole.alpha();
        Plane alphaOfPart = part.pixels().alpha();
        assertEquals(alpha == null, alphaOfPart == null);
        if (alpha != null && alphaOfPart != null) {
            assertContains(whole, alpha, alphaOfPart, reduced, compared);
        }
    }

    private static Region reduced(Region region, int by) {
        int left = region.x() / by;
        int top = region.y() / by;
        return new Region(
                left,
                top,
                (region.x() + region.width() + by - 1) / by - left,
                (region.y() + region.height() + by - 1) / by - top);
    }

    private static void assertContains(Pixels whole, Plane from, Plane cut, Region given, Region inside) {
        int factorX = factor(whole.width(), from.width());
        int factorY = factor(whole.height(), from.height());
        for (int y = inside.y(); y < inside.y() + inside.height(); y++) {
            for (int x = inside.x(); x < inside.x() + inside.width(); x++) {
                int expected = from.at(x / factorX, y / factorY);
                int actual = cut.at(x / factorX - given.x() / factorX, y / factorY - given.y() / factorY);
                if (expected != actual) {
                    assertEquals(expected, actual, "at " + x + "," + y);
                }
            }
        }
    }

    private static int factor(int whole, int part) {
        return whole == part ? 1 : part == (whole + 1) / 2 ? 2 : 4;
    }
}
