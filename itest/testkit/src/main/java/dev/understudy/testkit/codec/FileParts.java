package dev.understudy.testkit.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.image.Decoded;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;

/** Compares parts of an image with the whole. */
public final class FileParts {

    private FileParts() {}

    /** Fails unless {@code part} is at least what was wanted of the whole, and the same. */
    public static void assertContains(Pixels whole, Decoded part, Region wanted) {
        Region inside = wanted.intersect(new Region(0, 0, whole.width(), whole.height()));
        Region given = part.region();
        assertEquals(inside, given.intersect(inside), "too little was given");
        assertEquals(given.width(), part.pixels().width());
        assertEquals(given.height(), part.pixels().height());
        for (int i = 0; i < whole.planes().size(); i++) {
            assertContains(whole, whole.plane(i), part.pixels().plane(i), given, inside);
        }
        Plane alpha = whole.alpha();
        Plane alphaOfPart = part.pixels().alpha();
        assertEquals(alpha == null, alphaOfPart == null);
        if (alpha != null && alphaOfPart != null) {
            assertContains(whole, alpha, alphaOfPart, given, inside);
        }
    }

    private static void assertContains(Pixels whole, Plane from, Plane cut, Region given, Region inside) {
        int factorX = whole.width() == from.width() ? 1 : 2;
        int factorY = whole.height() == from.height() ? 1 : 2;
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
}
