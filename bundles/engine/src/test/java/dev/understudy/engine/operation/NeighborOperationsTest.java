package dev.understudy.engine.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations on small squares of neighbors, against their definitions. */
class NeighborOperationsTest {

    private static int clamp(int value, int size) {
        return Math.max(0, Math.min(size - 1, value));
    }

    @Test
    void sharpIsTwiceThePixelLessTheMeanOfItsNeighbors() {
        RandomRasters.kinds(21, 17).forEach(before -> {
            Pixels after = new SharpenOperation().apply(RandomRasters.raster(before, RandomRasters.FULL));
            for (int p = 0; p < before.planes().size(); p++) {
                assertSharp(before.plane(p), after.plane(p), before.alpha());
            }
            if (before.alpha() == null) {
                assertNull(after.alpha());
            } else {
                assertSharp(before.alpha(), after.alpha(), null);
            }
        });
    }

    private static void assertSharp(Plane before, Plane after, Plane alpha) {
        for (int y = 0; y < before.height(); y++) {
            for (int x = 0; x < before.width(); x++) {
                double sum = 0;
                double weights = 0;
                for (int i = 0; i < 9; i++) {
                    if (i != 4) {
                        int column = clamp(x + i % 3 - 1, before.width());
                        int row = clamp(y + i / 3 - 1, before.height());
                        double weight = alpha == null ? 1 : alpha.at(column, row) / 255.0;
                        sum += weight * before.at(column, row);
                        weights += weight;
                    }
                }
                double mean = weights == 0 ? before.at(x, y) : sum / weights;
                double expected = Math.max(0, Math.min(255, 2 * before.at(x, y) - mean));
                assertEquals(expected, after.at(x, y), 0.51, "at " + x + "," + y);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-100, -7, -1, 1, 3, 100})
    void grownIsTheExtremeOfTheSquare(int radius) {
        RandomRasters.kinds(21, 17).forEach(before -> {
            Pixels after = new GrowOperation(radius).apply(RandomRasters.raster(before, RandomRasters.FULL));
            for (int p = 0; p < before.planes().size(); p++) {
                assertExtreme(before.plane(p), after.plane(p), before.alpha(), radius);
            }
            if (before.alpha() != null) {
                assertExtreme(before.alpha(), after.alpha(), null, radius);
            }
        });
    }

    /** Against every neighbor in turn, colors with their opacity multiplied in. */
    private static void assertExtreme(Plane before, Plane after, @Nullable Plane alpha, int radius) {
        for (int y = 0; y < before.height(); y++) {
            for (int x = 0; x < before.width(); x++) {
                double color = extreme(x, y, before, alpha, radius);
                double opacity = alpha == null ? 1 : extreme(x, y, alpha, null, radius) / 255;
                if (opacity > 0) {
                    double expected = Math.min(255, color / opacity);
                    assertEquals(
                            expected, after.at(x, y), alpha == null ? 0 : 0.5 + 0.5 / opacity, "at " + x + "," + y);
                }
            }
        }
    }

    private static double extreme(int x, int y, Plane plane, @Nullable Plane alpha, int radius) {
        int reach = Math.abs(radius);
        double extreme = radius > 0 ? 0 : 255;
        for (int row = clamp(y - reach, plane.height()); row <= clamp(y + reach, plane.height()); row++) {
            for (int column = clamp(x - reach, plane.width()); column <= clamp(x + reach, plane.width()); column++) {
                double level = plane.at(column, row) * (alpha == null ? 1 : alpha.at(column, row) / 255.0);
                extreme = radius > 0 ? Math.max(extreme, level) : Math.min(extreme, level);
            }
        }
        return extreme;
    }

    @Test
    void aMaskGrowsAloneAndNotWithoutOne() {
        Pixels before = RandomRasters.pixels(Samples.RGB, true, 21, 17);
        Pixels after = new GrowMaskOperation(-2, true).apply(RandomRasters.raster(before, new PixelScale(3, 1)));
        assertExtreme(before.alpha(), after.alpha(), null, -2);
        for (int p = 0; p < 3; p++) {
            assertArrayEquals(before.plane(p).samples(), after.plane(p).samples());
        }
        Pixels opaque = RandomRasters.pixels(Samples.RGB, false, 21, 17);
        assertSame(opaque, new GrowMaskOperation(9, false).apply(RandomRasters.raster(opaque, RandomRasters.FULL)));
    }

    @Test
    void radiiAreScaledAsTheirPagesSay() {
        PixelScale scale = new PixelScale(0.25, 0.5);
        assertEquals(3, new GrowOperation(-12).reach(scale));
        assertEquals(6, new GrowMaskOperation(12, true).reach(scale));
        assertEquals(12, new GrowMaskOperation(12, false).reach(scale));
        assertEquals(12, new GrowMaskOperation(12, true).reach(new PixelScale(1, 4)));
        assertEquals(1, new SharpenOperation().reach(scale));
    }

    @Test
    void valuesAreRead() {
        assertEquals(Optional.of(new GrowOperation(-100)), GrowOperation.SYNTAX.parse("-100"));
        assertEquals(Optional.of(new GrowMaskOperation(7, true)), GrowMaskOperation.SYNTAX.parse("7"));
        assertEquals(Optional.of(new GrowMaskOperation(7, false)), GrowMaskOperation.UNSCALED_SYNTAX.parse("7"));
        assertEquals(Optional.of(new SharpenOperation()), SharpenOperation.SYNTAX.parse("1"));
        assertEquals(Optional.empty(), SharpenOperation.SYNTAX.parse("0"));
        assertEquals(Optional.empty(), GrowOperation.SYNTAX.parse("0"));
        assertThrows(IllegalArgumentException.class, () -> GrowOperation.SYNTAX.parse("101"));
        assertThrows(IllegalArgumentException.class, () -> GrowMaskOperation.SYNTAX.parse("1.5"));
        assertThrows(IllegalArgumentException.class, () -> SharpenOperation.SYNTAX.parse("2"));
    }
}
