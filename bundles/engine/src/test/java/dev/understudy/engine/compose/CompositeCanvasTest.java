package dev.understudy.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompositeCanvasTest {

    private static Pixels dot(int red, int green, int blue, int alpha) {
        return new Pixels(Samples.RGB, List.of(one(red), one(green), one(blue)), one(alpha), null);
    }

    private static Plane one(int value) {
        return new Plane(1, 1, new byte[] {(byte) value});
    }

    @Test
    void overIsPorterAndDuffs() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            int below = random.nextInt(256);
            int belowAlpha = i % 3 == 0 ? 255 : random.nextInt(256);
            int above = random.nextInt(256);
            int aboveAlpha = random.nextInt(256);
            double opacity = i % 2 == 0 ? 1 : random.nextInt(101) / 100.0;
            CompositeCanvas canvas = new CompositeCanvas(new Region(0, 0, 1, 1));
            canvas.fill(new Region(0, 0, 1, 1), new Color(below, 0, 0, belowAlpha));
            canvas.draw(dot(above, 0, 0, aboveAlpha), 0, 0, opacity);
            Pixels out = canvas.pixels();
            double a = Math.round(aboveAlpha * opacity) / 255.0;
            double b = belowAlpha / 255.0;
            double alpha = a + b * (1 - a);
            assertEquals(alpha * 255, out.alpha().at(0, 0), 0.501);
            if (alpha > 0) {
                double expected = (above * a + below * b * (1 - a)) / alpha;
                assertEquals(expected, out.plane(0).at(0, 0), 0.501);
            }
        }
    }

    @Test
    void coordinatesAreThoseOfTheWindow() {
        CompositeCanvas canvas = new CompositeCanvas(new Region(10, 20, 3, 3));
        canvas.draw(dot(1, 2, 3, 255), 11, 22, 1);
        Pixels out = canvas.pixels();
        assertEquals(2, out.plane(1).at(1, 2));
        assertEquals(255, out.alpha().at(1, 2));
        assertEquals(0, out.alpha().at(0, 0));
    }

    @Test
    void whatLiesBesideItIsLeftOut() {
        CompositeCanvas canvas = new CompositeCanvas(new Region(0, 0, 2, 2));
        canvas.draw(dot(9, 9, 9, 255), 2, 0, 1);
        canvas.draw(dot(9, 9, 9, 255), -1, -1, 1);
        canvas.fill(new Region(-100, -100, 99, 300), Color.WHITE);
        canvas.fill(new Region(1, 1, 1_000_000, 1_000_000), Color.WHITE);
        Pixels out = canvas.pixels();
        assertEquals(0, out.alpha().at(0, 0));
        assertEquals(0, out.alpha().at(1, 0));
        assertEquals(255, out.alpha().at(1, 1));
    }

    @Test
    void fadingKeepsColors() {
        CompositeCanvas canvas = new CompositeCanvas(new Region(0, 0, 1, 1));
        canvas.draw(dot(50, 60, 70, 200), 0, 0, 0.5);
        assertEquals(100, canvas.pixels().alpha().at(0, 0));
        assertEquals(60, canvas.pixels().plane(1).at(0, 0));
    }
}
