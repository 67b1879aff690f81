package dev.understudy.engine.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlurOperationTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 1, 2.9, 3.1, 4, 7.5, 20})
    void isAGaussianWithinALevel(double radius) {
        RandomRasters.kinds(21, 17).forEach(pixels -> assertGaussian(pixels, radius, RandomRasters.FULL, radius));
    }

    @Test
    void theRadiusIsInPixelsOfTheComposite() {
        Pixels pixels = RandomRasters.pixels(Samples.RGB, true, 21, 17);
        assertGaussian(pixels, 4, new PixelScale(0.5, 0.125), 2);
        assertGaussian(pixels, 4, new PixelScale(2, 0.125), 8);
    }

    private static void assertGaussian(Pixels before, double radius, PixelScale scale, double deviation) {
        Pixels after = new BlurOperation(radius).apply(RandomRasters.raster(before, scale));
        SlowGaussian oracle = new SlowGaussian(deviation);
        double tolerance = deviation <= 3 ? 0.6 : 1;
        for (int p = 0; p < before.planes().size(); p++) {
            assertSmooth(oracle, before.plane(p), after.plane(p), before.alpha(), after.alpha(), tolerance);
        }
        if (before.alpha() != null) {
            assertSmooth(oracle, before.alpha(), after.alpha(), null, null, tolerance);
        }
    }

    private static void assertSmooth(
            SlowGaussian oracle, Plane before, Plane after, Plane alphaBefore, Plane alphaAfter, double tolerance) {
        SlowGaussian.Numbers2 numbers = SlowGaussian.Numbers2.of(before);
        for (int y = 0; y < before.height(); y++) {
            for (int x = 0; x < before.width(); x++) {
                if (alphaAfter == null || alphaAfter.at(x, y) > 2) {
                    double expected = oracle.at(numbers, alphaBefore, x, y);
                    assertEquals(expected, after.at(x, y), tolerance, "at " + x + "," + y);
                }
            }
        }
    }

    @Test
    void aSolidColorStaysToTheLevel() {
        Plane solid = new Plane(300, 2, filled(600, 77));
        Pixels before = new Pixels(Samples.GRAY, List.of(solid), solid, null);
        for (double radius : new double[] {0.1, 1, 3, 3.5, 100}) {
            Pixels after = new BlurOperation(radius).apply(RandomRasters.raster(before, RandomRasters.FULL));
            assertEquals(77, after.plane(0).at(150, 1), "radius " + radius);
            assertEquals(77, after.alpha().at(0, 0), "radius " + radius);
        }
    }

    private static byte[] filled(int length, int level) {
        byte[] samples = new byte[length];
        Arrays.fill(samples, (byte) level);
        return samples;
    }

    @Test
    void theReachCoversTheCurveAndGrowsWithTheRadius() {
        int last = 0;
        for (double radius : new double[] {0.1, 0.5, 1, 2, 3, 3.1, 5, 10, 50, 100}) {
            int reach = new BlurOperation(radius).reach(RandomRasters.FULL);
            assertTrue(reach >= 3 * radius && reach <= 4 * radius + 4, radius + " reaches " + reach);
            assertTrue(reach >= last, radius + " reaches " + reach);
            last = reach;
        }
    }

    @Test
    void zeroIsNone() {
        assertEquals(Optional.empty(), BlurOperation.SYNTAX.parse("0"));
        assertEquals(Optional.empty(), BlurOperation.SYNTAX.parse("-0.0"));
        assertEquals(Optional.of(new BlurOperation(1.5)), BlurOperation.SYNTAX.parse(" 1.5 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100.1", "", "1,2", "NaN", "x"})
    void otherValuesAreRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> BlurOperation.SYNTAX.parse(text));
    }
}
