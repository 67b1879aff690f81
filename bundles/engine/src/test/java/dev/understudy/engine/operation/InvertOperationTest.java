package dev.understudy.engine.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvertOperationTest {

    private static final int WIDTH = 32;
    private static final int HEIGHT = 24;

    private final InvertOperation invert = new InvertOperation();

    /** Every value is there, as are 768 pixels of noise. */
    private static Plane plane(int seed) {
        byte[] samples = new byte[WIDTH * HEIGHT];
        new Random(seed).nextBytes(samples);
        for (int i = 0; i < 256; i++) {
            samples[i] = (byte) i;
        }
        return new Plane(WIDTH, HEIGHT, samples);
    }

    private static Pixels pixels(Samples samples, Plane alpha) {
        List<Plane> planes = samples == Samples.GRAY ? List.of(plane(1)) : List.of(plane(1), plane(2), plane(3));
        return new Pixels(samples, planes, alpha, null);
    }

    private Pixels inverted(Pixels pixels) {
        return invert.apply(new Raster(pixels, new Region(5, -7, WIDTH, HEIGHT), new PixelScale(0.5, 0.25)));
    }

    /** The oracle: components as fractions of 1, and 1 less each. */
    private static int negative(int sample) {
        double component = sample / 255.0;
        return (int) Math.round((1 - component) * 255);
    }

    @ParameterizedTest
    @EnumSource(
            value = Samples.class,
            names = {"GRAY", "RGB"})
    void isOneLessEachComponent(Samples samples) {
        Pixels before = pixels(samples, null);
        Pixels after = inverted(before);
        assertEquals(samples, after.samples());
        assertNull(after.alpha());
        for (int p = 0; p < samples.planes(); p++) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    assertEquals(
                            negative(before.plane(p).at(x, y)), after.plane(p).at(x, y));
                }
            }
        }
    }

    @Test
    void opacityStays() {
        Plane alpha = plane(9);
        assertSame(alpha, inverted(pixels(Samples.RGB, alpha)).alpha());
    }

    @Test
    void twiceIsTheIdentity() {
        Pixels before = pixels(Samples.RGB, plane(9));
        Pixels after = inverted(inverted(before));
        for (int p = 0; p < 3; p++) {
            assertArrayEquals(before.plane(p).samples(), after.plane(p).samples());
        }
    }

    @Test
    void theGivenPixelsAreNotWrittenTo() {
        Pixels before = pixels(Samples.RGB, null);
        inverted(before);
        assertArrayEquals(plane(1).samples(), before.plane(0).samples());
    }

    @Test
    void declaresThatItNeedsNoNeighbors() {
        assertEquals(0, invert.reach(new PixelScale(3, 3)));
        assertEquals(PixelFilter.ColorModel.ANY, invert.colorModel());
        assertEquals(3_000, invert.memory(1_000));
    }

    @Test
    void isAskedForByOne() {
        assertEquals(Optional.of(invert), InvertOperation.SYNTAX.parse(" 1 "));
        assertEquals(Optional.empty(), InvertOperation.SYNTAX.parse("0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "-1", "true", "", "1,1"})
    void otherValuesAreNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> InvertOperation.SYNTAX.parse(text));
    }
}
