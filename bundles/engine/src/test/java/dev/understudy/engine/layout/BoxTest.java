package dev.understudy.engine.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Region;
import org.junit.jupiter.api.Test;

class BoxTest {

    @Test
    void aPixelBelongsToTheBoxThatHasItsMiddle() {
        for (double left = -2; left < 2; left += 0.13) {
            for (double width = 0; width < 4; width += 0.17) {
                Region pixels = new Box(left, 0, left + width, 1).pixels();
                for (int x = -4; x < 8; x++) {
                    boolean inside = x + 0.5 >= left && x + 0.5 < left + width;
                    boolean listed = x >= pixels.x() && x < pixels.x() + pixels.width();
                    assertEquals(inside, listed, left + " + " + width + " at " + x);
                }
            }
        }
    }

    @Test
    void arithmeticDoesNotMoveAnEdgeFromTheMiddleOfAPixel() {
        assertEquals(new Region(0, 0, 1, 1), new Box(0.5 + 1e-12, 0.5 - 1e-12, 1.5 - 1e-12, 1.5 + 1e-12).pixels());
    }

    @Test
    void boxesFarBeyondEverythingStayWithinInts() {
        Region pixels = new Box(-1e300, -1e18, 1e300, Double.MAX_VALUE).pixels();
        assertTrue(pixels.x() < 0 && pixels.x() + pixels.width() > 0);
        assertEquals(new Region(10, 0, 5, 5), pixels.intersect(new Region(10, 0, 5, 5)));
        assertTrue(new Box(1e300, 0, 2e300, 1).pixels().isEmpty());
    }

    @Test
    void touchedPixelsAreAllThatAreReached() {
        assertEquals(new Region(0, 1, 3, 2), new Box(0.9, 1, 2.1, 2.5).touched(0));
        assertEquals(new Region(-1, 0, 5, 4), new Box(0.9, 1, 2.1, 2.5).touched(1));
    }
}
