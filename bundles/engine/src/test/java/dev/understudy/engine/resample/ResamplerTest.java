package dev.understudy.engine.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.BusyThreads;
import dev.understudy.image.Plane;
import dev.understudy.image.ResMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResamplerTest {

    private static Plane noise(int width, int height, long seed) {
        byte[] samples = new byte[width * height];
        new Random(seed).nextBytes(samples);
        return new Plane(width, height, samples);
    }

    /** What the resampler should give, in the slowest and plainest way. */
    private static double slowly(Plane plane, Axis x, Axis y, Kernel kernel, int column, int row) {
        double centerX = x.origin() + (column + 0.5) * x.step();
        double centerY = y.origin() + (row + 0.5) * y.step();
        double sum = 0;
        double weights = 0;
        for (int j = y.low(); j < y.high(); j++) {
            for (int i = x.low(); i < x.high(); i++) {
                double weight = kernel.weight((i + 0.5 - centerX) / Math.max(1, x.step()))
                        * kernel.weight((j + 0.5 - centerY) / Math.max(1, y.step()));
                sum += weight * plane.at(i, j);
                weights += weight;
            }
        }
        return Math.max(0, Math.min(255, sum / weights));
    }

    private static void assertAsSlowly(Plane plane, Axis x, Axis y, ResMode mode) {
        Plane scaled = new Resampler(x, y, mode).scale(plane);
        assertEquals(x.count(), scaled.width());
        assertEquals(y.count(), scaled.height());
        for (int row = 0; row < y.count(); row++) {
            for (int column = 0; column < x.count(); column++) {
                double expected = slowly(plane, x, y, Kernel.of(mode), column, row);
                assertEquals(expected, scaled.at(column, row), 0.51, mode + " at " + column + "," + row);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void reducesAsTheFormulaSays(ResMode mode) {
        assertAsSlowly(noise(61, 47, 1), new Axis(0, 61 / 17.0, 17, 0, 61), new Axis(0, 47 / 30.0, 30, 0, 47), mode);
    }

    @ParameterizedTest
    @EnumSource
    void enlargesAsTheFormulaSays(ResMode mode) {
        assertAsSlowly(noise(9, 7, 2), new Axis(0, 9 / 31.0, 31, 0, 9), new Axis(0, 7 / 20.0, 20, 0, 7), mode);
    }

    @ParameterizedTest
    @EnumSource
    void takesPartsBetweenSamples(ResMode mode) {
        assertAsSlowly(noise(50, 40, 3), new Axis(11.3, 1.7, 9, 8, 33), new Axis(-0.4, 0.8, 12, 0, 40), mode);
    }

    @ParameterizedTest
    @EnumSource
    void goesBeyondStripsAndBlocks(ResMode mode) {
        // more columns than a strip, more rows than a block
        assertAsSlowlyAt(noise(2100, 3, 4), new Axis(0, 1.5, 1400, 0, 2100), new Axis(0, 3 / 300.0, 300, 0, 3), mode);
    }

    private static void assertAsSlowlyAt(Plane plane, Axis x, Axis y, ResMode mode) {
        Plane scaled = new Resampler(x, y, mode).scale(plane);
        for (int column = 0; column < x.count(); column += 97) {
            for (int row = 0; row < y.count(); row += 41) {
                assertEquals(slowly(plane, x, y, Kernel.of(mode), column, row), scaled.at(column, row), 0.51);
            }
        }
    }

    @Test
    void helpChangesNothing() {
        Plane plane = noise(700, 900, 7);
        Plane alpha = noise(700, 900, 8);
        Axis x = new Axis(0, 1.3, 538, 0, 700);
        Axis y = new Axis(0.5, 0.9, 999, 0, 900);
        Resampler alone = new Resampler(x, y, ResMode.SHARP2);
        Resampler helped = new Resampler(x, y, ResMode.SHARP2, new BusyThreads());
        assertArrayEquals(alone.scale(plane).samples(), helped.scale(plane).samples());
        List<Plane> expected = alone.scale(List.of(plane), alpha);
        List<Plane> actual = helped.scale(List.of(plane), alpha);
        assertArrayEquals(expected.get(0).samples(), actual.get(0).samples());
        assertArrayEquals(expected.get(1).samples(), actual.get(1).samples());
    }

    @Test
    void oneDirectionAloneLeavesTheOtherExact() {
        Plane plane = noise(20, 12, 5);
        Plane scaled = new Resampler(new Axis(0, 1, 20, 0, 20), new Axis(0, 2, 6, 0, 12), ResMode.BILIN).scale(plane);
        for (int x = 0; x < 20; x++) {
            double expected = (plane.at(x, 4) * 3 + plane.at(x, 5) * 3 + plane.at(x, 3) + plane.at(x, 6)) / 8.0;
            assertEquals(expected, scaled.at(x, 2), 0.51);
        }
    }

    @Test
    void flatStaysFlatUpToTheEdges() {
        Plane flat = new Plane(31, 31, filled(31 * 31, 200));
        for (ResMode mode : ResMode.values()) {
            Plane scaled =
                    new Resampler(new Axis(0, 31 / 7.0, 7, 0, 31), new Axis(0, 31 / 50.0, 50, 0, 31), mode).scale(flat);
            assertArrayEquals(filled(7 * 50, 200), scaled.samples());
        }
    }

    @Test
    void fineStripesBecomeGrayAndNotCoarseStripes() {
        byte[] stripes = new byte[400 * 4];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = (byte) (i % 400 % 2 * 255);
        }
        for (ResMode mode : ResMode.values()) {
            Plane scaled = new Resampler(new Axis(0, 400 / 130.0, 130, 0, 400), new Axis(0, 1, 4, 0, 4), mode)
                    .scale(new Plane(400, 4, stripes));
            for (int x = 2; x < 128; x++) {
                assertEquals(127.5, scaled.at(x, 1), 12, mode.toString());
            }
        }
    }

    @Test
    void nothingToScaleIsACopy() {
        Plane plane = noise(10, 8, 6);
        assertSame(
                plane, new Resampler(new Axis(0, 1, 10, 0, 10), new Axis(0, 1, 8, 0, 8), ResMode.SHARP2).scale(plane));
        Plane part = new Resampler(new Axis(3, 1, 4, 0, 10), new Axis(2, 1, 5, 0, 8), ResMode.SHARP2).scale(plane);
        assertEquals(plane.at(5, 4), part.at(2, 2));
    }

    @Test
    void transparentColorsDoNotShine() {
        // opaque red beside transparent green
        Plane red = new Plane(8, 1, new byte[] {-1, -1, -1, -1, 0, 0, 0, 0});
        Plane green = new Plane(8, 1, new byte[] {0, 0, 0, 0, -1, -1, -1, -1});
        Plane alpha = new Plane(8, 1, new byte[] {-1, -1, -1, -1, 0, 0, 0, 0});
        List<Plane> scaled = new Resampler(new Axis(0, 8 / 3.0, 3, 0, 8), new Axis(0, 1, 1, 0, 1), ResMode.BILIN)
                .scale(List.of(red, green), alpha);
        assertEquals(255, scaled.get(0).at(1, 0));
        assertEquals(0, scaled.get(1).at(1, 0));
        assertEquals(127.5, scaled.get(2).at(1, 0), 1);
        assertEquals(0, scaled.get(2).at(2, 0), 30);
    }

    @Test
    void tinyPlanesAndFarPlacesWork() {
        Plane dot = new Plane(1, 1, new byte[] {77});
        Plane large =
                new Resampler(new Axis(0, 0.01, 100, 0, 1), new Axis(0, 0.1, 10, 0, 1), ResMode.SHARP2).scale(dot);
        assertArrayEquals(filled(1000, 77), large.samples());
        Plane beyond = new Resampler(new Axis(-50, 1, 3, 0, 1), new Axis(90, 0.5, 2, 0, 1), ResMode.BICUB).scale(dot);
        assertArrayEquals(filled(6, 77), beyond.samples());
        assertThrows(IllegalArgumentException.class, () -> new Axis(0, 0, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Axis(0, Double.NaN, 1, 0, 1));
        assertTrue(new Axis(5 + 1e-12, 1 + 1e-13, 1, 0, 9).isCopy());
    }

    private static byte[] filled(int length, int value) {
        byte[] samples = new byte[length];
        java.util.Arrays.fill(samples, (byte) value);
        return samples;
    }
}
