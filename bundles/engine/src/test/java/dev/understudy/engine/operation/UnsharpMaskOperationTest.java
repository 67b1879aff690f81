package dev.understudy.engine.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsharpMaskOperationTest {

    @ParameterizedTest
    @CsvSource({"1.1,0.5,0", "0.8,1,10", "1.75,0.3,2", "5,3.2,0", "0.5,12,40", "1,2,255"})
    void eachComponentIsTheSumOfItselfAndItsDifference(double amount, double radius, int threshold) {
        UnsharpMaskOperation mask = new UnsharpMaskOperation(amount, radius, threshold, false, false);
        RandomRasters.kinds(21, 17).forEach(pixels -> assertSharp(mask, pixels, radius, RandomRasters.FULL));
    }

    @ParameterizedTest
    @CsvSource({"1,2,0.5,1", "1,2,0.1,0.5", "1,0.4,0.1,0.4", "1,2,3,2"})
    void theRadiusShrinksWithTheImageDownToHalfAPixel(double amount, double radius, double scale, double deviation) {
        UnsharpMaskOperation mask = new UnsharpMaskOperation(amount, radius, 0, false, true);
        Pixels pixels = RandomRasters.pixels(Samples.RGB, true, 21, 17);
        assertSharp(mask, pixels, deviation, new PixelScale(7, scale));
    }

    @Test
    void theOtherCommandHasTheRadiusAsIs() {
        UnsharpMaskOperation mask = new UnsharpMaskOperation(1, 2, 0, false, false);
        assertSharp(mask, RandomRasters.pixels(Samples.RGB, true, 21, 17), 2, new PixelScale(0.1, 0.1));
    }

    @Test
    void ofLumaAndChromaTheLumaAloneChangesByItself() {
        Pixels rgb = RandomRasters.pixels(Samples.RGB, false, 21, 17);
        Pixels before = new Pixels(Samples.YCC, rgb.planes(), null, null);
        UnsharpMaskOperation mask = new UnsharpMaskOperation(1, 1, 3, true, false);
        Pixels after = mask.apply(RandomRasters.raster(before, RandomRasters.FULL));
        assertSharp(mask, 1, before.plane(0), after.plane(0), null);
        assertSame(before.plane(1), after.plane(1));
        assertSame(before.plane(2), after.plane(2));
    }

    private static void assertSharp(UnsharpMaskOperation mask, Pixels before, double deviation, PixelScale scale) {
        Pixels after = mask.apply(RandomRasters.raster(before, scale));
        for (int p = 0; p < before.planes().size(); p++) {
            assertSharp(mask, deviation, before.plane(p), after.plane(p), before.alpha());
        }
        if (before.alpha() != null) {
            assertSharp(mask, deviation, before.alpha(), after.alpha(), null);
        }
    }

    private static void assertSharp(
            UnsharpMaskOperation mask, double deviation, Plane before, Plane after, Plane alpha) {
        SlowGaussian oracle = new SlowGaussian(deviation);
        SlowGaussian.Numbers2 numbers = SlowGaussian.Numbers2.of(before);
        for (int y = 0; y < before.height(); y++) {
            for (int x = 0; x < before.width(); x++) {
                boolean faint = alpha != null && alpha.at(x, y) < 3;
                double difference = before.at(x, y) - oracle.at(numbers, alpha, x, y);
                if (!faint && Math.abs(Math.abs(difference) - mask.threshold()) > 1) {
                    double change = Math.abs(difference) < mask.threshold() ? 0 : mask.amount() * difference;
                    double expected = Math.max(0, Math.min(255, before.at(x, y) + change));
                    assertEquals(
                            expected,
                            after.at(x, y),
                            0.6 + (deviation <= 3 ? 0.1 : 0.5) * mask.amount(),
                            "at " + x + "," + y);
                }
            }
        }
    }

    @Test
    void monochromeChangesAllComponentsAlikeByTheLuma() {
        Pixels before = RandomRasters.pixels(Samples.RGB, false, 21, 17);
        Pixels after = new UnsharpMaskOperation(1.1, 1.5, 4, true, false)
                .apply(RandomRasters.raster(before, RandomRasters.FULL));
        double[] luma = new double[21 * 17];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 0.299 * (before.plane(0).samples()[i] & 0xff)
                    + 0.587 * (before.plane(1).samples()[i] & 0xff)
                    + 0.114 * (before.plane(2).samples()[i] & 0xff);
        }
        SlowGaussian.Numbers2 numbers = new SlowGaussian.Numbers2(21, 17, luma);
        SlowGaussian oracle = new SlowGaussian(1.5);
        for (int y = 0; y < 17; y++) {
            for (int x = 0; x < 21; x++) {
                double difference = numbers.at(x, y) - oracle.at(numbers, null, x, y);
                double change = Math.abs(difference) < 4 ? 0 : 1.1 * difference;
                for (int p = 0; p < 3 && Math.abs(Math.abs(difference) - 4) > 0.1; p++) {
                    double expected = Math.max(0, Math.min(255, before.plane(p).at(x, y) + change));
                    assertEquals(expected, after.plane(p).at(x, y), 1, "at " + x + "," + y);
                }
            }
        }
    }

    @Test
    void anEvenAreaAndSmallDifferencesStay() {
        Pixels before = RandomRasters.pixels(Samples.RGB, false, 21, 17);
        Pixels after = new UnsharpMaskOperation(5, 1, 255, false, false)
                .apply(RandomRasters.raster(before, RandomRasters.FULL));
        for (int p = 0; p < 3; p++) {
            assertArrayEquals(before.plane(p).samples(), after.plane(p).samples());
        }
    }

    @Test
    void oneToFourValuesAreTaken() {
        assertEquals(Optional.empty(), UnsharpMaskOperation.SYNTAX.parse("1"));
        assertEquals(Optional.empty(), UnsharpMaskOperation.SYNTAX.parse("0,1,0,0"));
        assertEquals(
                Optional.of(new UnsharpMaskOperation(1.1, 0.5, 0, false, true)),
                UnsharpMaskOperation.SYNTAX.parse("1.1,0.5"));
        assertEquals(
                Optional.of(new UnsharpMaskOperation(0.8, 1, 10, false, true)),
                UnsharpMaskOperation.SYNTAX.parse(".8,1,10,0"));
        assertEquals(
                Optional.of(new UnsharpMaskOperation(5, 250, 255, true, false)),
                UnsharpMaskOperation.UNSCALED_SYNTAX.parse("5, 250, 255, 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5.1,1", "-1,1", "1,251", "1,-1", "1,1,256", "1,1,1,2", "1,1,0.5", "1,1,1,1,1", "a"})
    void otherValuesAreRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> UnsharpMaskOperation.SYNTAX.parse(text));
        assertTrue(UnsharpMaskOperation.SYNTAX.allowed().contains("0..250"));
    }
}
