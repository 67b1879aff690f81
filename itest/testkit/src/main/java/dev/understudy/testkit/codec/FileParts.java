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

    /** Fails unless each plane of {@code part} is cut from that of the whole, to its last sample. */
    public static void assertIsCut(Pixels whole, Decoded part) {
        assertEquals(0, part.region().x() % part.reduction(), "the part begins within a sample");
        assertEquals(0, part.region().y() % part.reduction(), "the part begins within a sample");
        Region given = reduced(part.region(), part.reduction());
        for (int i = 0; i < whole.planes().size(); i++) {
            assertIsCut(whole, whole.plane(i), part.pixels().plane(i), given);
        }
        assertEquals(whole.profile(), part.pixels().profile());
    }

    private static void assertIsCut(Pixels whole, Plane from, Plane cut, Region given) {
        int factorX = factor(whole.width(), from.width());
        int factorY = factor(whole.height(), from.height());
        assertEquals(cutLength(given.x(), given.width(), factorX, whole.width(), from.width()), cut.width());
        assertEquals(cutLength(given.y(), given.height(), factorY, whole.height(), from.height()), cut.height());
        for (int y = 0; y < cut.height(); y++) {
            for (int x = 0; x < cut.width(); x++) {
                int expected = from.at(given.x() / factorX + x, given.y() / factorY + y);
                if (expected != cut.at(x, y)) {
                    assertEquals(expected, cut.at(x, y), "at " + x + "," + y);
                }
            }
        }
    }

    private static int cutLength(int start, int length, int factor, int whole, int plane) {
        assertEquals(0, start % factor, "a plane begins within a sample");
        if (start + length == whole) {
            return plane - start / factor;
        }
        assertEquals(0, (start + length) % factor, "a plane ends within a sample");
        return length / factor;
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
