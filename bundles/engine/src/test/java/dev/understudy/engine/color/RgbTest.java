package dev.understudy.engine.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class RgbTest {

    private static Plane plane(int... values) {
        byte[] samples = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            samples[i] = (byte) values[i];
        }
        return new Plane(values.length, 1, samples);
    }

    @Test
    void lumaAndChromaAreThoseOfJfif() {
        for (int y = 0; y < 256; y += 5) {
            for (int cb = 0; cb < 256; cb += 5) {
                for (int cr = 0; cr < 256; cr += 5) {
                    Pixels rgb = Rgb.of(new Pixels(Samples.YCC, List.of(plane(y), plane(cb), plane(cr)), null, null));
                    assertEquals(clamp(y + 1.402 * (cr - 128)), rgb.plane(0).at(0, 0), 0.51);
                    assertEquals(
                            clamp(y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128)),
                            rgb.plane(1).at(0, 0),
                            0.51);
                    assertEquals(clamp(y + 1.772 * (cb - 128)), rgb.plane(2).at(0, 0), 0.51);
                }
            }
        }
    }

    @Test
    void coarseChromaIsSpread() {
        Pixels rgb =
                Rgb.of(new Pixels(Samples.YCC, List.of(plane(0, 0, 0), plane(128, 128), plane(255, 128)), null, null));
        assertEquals(178, rgb.plane(0).at(0, 0));
        assertEquals(178, rgb.plane(0).at(1, 0));
        assertEquals(0, rgb.plane(0).at(2, 0));
    }

    @Test
    void inksAreFilters() {
        Pixels rgb = Rgb.of(new Pixels(
                Samples.CMYK, List.of(plane(0, 255, 0), plane(0, 0, 51), plane(0, 0, 0), plane(0, 0, 51)), null, null));
        assertEquals(255, rgb.plane(0).at(0, 0));
        assertEquals(0, rgb.plane(0).at(1, 0));
        assertEquals(255, rgb.plane(1).at(1, 0));
        assertEquals(204, rgb.plane(0).at(2, 0));
        assertEquals(163, rgb.plane(1).at(2, 0));
    }

    @Test
    void grayWeighsAsTheEyeDoes() {
        Pixels gray = Rgb.gray(new Pixels(
                Samples.RGB, List.of(plane(255, 0, 0, 255), plane(0, 255, 0, 255), plane(0, 0, 255, 255)), null, null));
        assertEquals(76, gray.plane(0).at(0, 0));
        assertEquals(150, gray.plane(0).at(1, 0));
        assertEquals(29, gray.plane(0).at(2, 0));
        assertEquals(255, gray.plane(0).at(3, 0));
    }

    @Test
    void grayAsRgbSharesItsPlane() {
        Plane plane = plane(4);
        assertSame(
                plane,
                Rgb.of(new Pixels(Samples.GRAY, List.of(plane), null, null)).plane(2));
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(255, value));
    }
}
