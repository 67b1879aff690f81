package dev.understudy.engine.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.catalog.Syntax;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations that change the color of each pixel by itself, against their formulas in double precision. */
class ColorOperationsTest {

    private static final int STEPS = 18;
    private static final int STEP = 15;
    private static final int SIZE = STEPS * STEPS * STEPS;

    /** Colors evenly over the cube, black and white among them. */
    private static Pixels cube() {
        byte[][] planes = new byte[3][SIZE];
        for (int i = 0; i < SIZE; i++) {
            planes[0][i] = (byte) (i % STEPS * STEP);
            planes[1][i] = (byte) (i / STEPS % STEPS * STEP);
            planes[2][i] = (byte) (i / STEPS / STEPS * STEP);
        }
        return new Pixels(
                Samples.RGB,
                List.of(new Plane(SIZE, 1, planes[0]), new Plane(SIZE, 1, planes[1]), new Plane(SIZE, 1, planes[2])),
                new Plane(SIZE, 1, planes[1]),
                null);
    }

    private static Pixels apply(PixelOperation operation, Pixels pixels) {
        return operation.apply(
                new Raster(pixels, new Region(0, 0, pixels.width(), pixels.height()), new PixelScale(1, 1)));
    }

    /** The oracle works on fractions of 1. */
    private static void assertMapped(PixelOperation operation, UnaryOperator<double[]> oracle) {
        Pixels before = cube();
        Pixels after = apply(operation, before);
        assertSame(before.alpha(), after.alpha());
        for (int i = 0; i < SIZE; i++) {
            double[] color = new double[3];
            for (int p = 0; p < 3; p++) {
                color[p] = before.plane(p).at(i, 0) / 255.0;
            }
            double[] expected = oracle.apply(color.clone());
            for (int p = 0; p < 3; p++) {
                double level = Math.max(0, Math.min(1, expected[p])) * 255;
                assertEquals(
                        level,
                        after.plane(p).at(i, 0),
                        0.5001,
                        operation + " of " + List.of(color[0], color[1], color[2]));
            }
        }
    }

    private static double[] each(double[] color, DoubleUnaryOperator change) {
        return Arrays.stream(color).map(change).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {-100, -37, 1, 45, 100})
    void brightnessAddsLevels(int levels) {
        assertMapped(new BrightnessOperation(levels), color -> each(color, c -> c + levels / 255.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {-100, -35, 22, 50, 99})
    void contrastIsASlopeAroundTheMiddle(int percent) {
        double slope = percent < 0 ? (100 + percent) / 100.0 : 100.0 / (100 - percent);
        assertMapped(new ContrastOperation(percent), color -> each(color, c -> 0.5 + (c - 0.5) * slope));
    }

    @Test
    void theMostContrastLeavesBlackAndWhite() {
        assertMapped(new ContrastOperation(100), color -> each(color, c -> c < 0.5 ? 0 : 1));
    }

    @Test
    void theBalanceAddsToEachComponentItsOwn() {
        assertMapped(new ColorBalanceOperation(100, 0, -37), color ->
                new double[] {color[0] + 100 / 255.0, color[1], color[2] - 37 / 255.0});
    }

    @ParameterizedTest
    @ValueSource(ints = {-180, -60, -1, 30, 120, 180})
    void theHueIsTurnedAndLightnessAndSaturationStay(int degrees) {
        assertMapped(new HueOperation(degrees), color -> {
            double[] hsl = hsl(color);
            return rgb(hsl[0] + degrees, hsl[1], hsl[2]);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {-100, -60, -1, 30, 75, 100})
    void theSaturationIsScaledUpToTheFullOne(int percent) {
        assertMapped(new SaturationOperation(percent), color -> {
            double[] hsl = hsl(color);
            double factor = percent < 0 ? 1 + percent / 100.0 : 1 / Math.max(1e-9, 1 - percent / 100.0);
            return rgb(hsl[0], Math.min(1, hsl[1] * factor), hsl[2]);
        });
    }

    /** Hue in degrees, saturation and lightness 0..1, by the textbook. */
    private static double[] hsl(double[] color) {
        double high = Math.max(color[0], Math.max(color[1], color[2]));
        double low = Math.min(color[0], Math.min(color[1], color[2]));
        double lightness = (high + low) / 2;
        if (high == low) {
            return new double[] {0, 0, lightness};
        }
        double chroma = high - low;
        double saturation = chroma / (1 - Math.abs(2 * lightness - 1));
        double hue;
        if (high == color[0]) {
            hue = (color[1] - color[2]) / chroma;
        } else if (high == color[1]) {
            hue = (color[2] - color[0]) / chroma + 2;
        } else {
            hue = (color[0] - color[1]) / chroma + 4;
        }
        return new double[] {60 * hue, saturation, lightness};
    }

    /** The textbook's way back. */
    private static double[] rgb(double hue, double saturation, double lightness) {
        double[] color = new double[3];
        double[] offsets = {0, 8, 4};
        for (int p = 0; p < 3; p++) {
            double k = ((offsets[p] + hue / 30) % 12 + 12) % 12;
            double a = saturation * Math.min(lightness, 1 - lightness);
            color[p] = lightness - a * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
        }
        return color;
    }

    @Test
    void grayHasNeitherHueNorSaturation() {
        Pixels gray = RandomRasters.pixels(Samples.GRAY, true, 20, 10);
        for (PixelOperation operation : List.of(new HueOperation(77), new SaturationOperation(50))) {
            Pixels after = apply(operation, gray);
            assertEquals(Samples.GRAY, after.samples());
            assertArrayEquals(gray.plane(0).samples(), after.plane(0).samples());
        }
    }

    @Test
    void zeroIsNoOperation() {
        Map<Syntax<Optional<PixelOperation>>, String> zeros = Map.of(
                BrightnessOperation.SYNTAX, "0",
                ContrastOperation.SYNTAX, "-0",
                ColorBalanceOperation.SYNTAX, "0, 0,0",
                HueOperation.SYNTAX, " 0",
                SaturationOperation.SYNTAX, "+0");
        zeros.forEach((syntax, zero) -> assertEquals(Optional.empty(), syntax.parse(zero)));
        assertEquals(Optional.of(new HueOperation(-180)), HueOperation.SYNTAX.parse("-180"));
        assertEquals(
                Optional.of(new ColorBalanceOperation(1, -2, 100)), ColorBalanceOperation.SYNTAX.parse("1,-2,100"));
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        Map<Syntax<Optional<PixelOperation>>, List<String>> bad = Map.of(
                BrightnessOperation.SYNTAX, List.of("101", "-101", "1.5", ""),
                ContrastOperation.SYNTAX, List.of("101", "-101", "x"),
                ColorBalanceOperation.SYNTAX, List.of("1,1", "1,1,101", "1,1,1,1", "1"),
                HueOperation.SYNTAX, List.of("181", "-181"),
                SaturationOperation.SYNTAX, List.of("101", "-101"));
        bad.forEach((syntax, values) -> values.forEach(
                value -> assertThrows(IllegalArgumentException.class, () -> syntax.parse(value), value)));
    }
}
