package dev.understudy.engine.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColorizeOperationTest {

    private static final Color BLUE_GRAY = new Color(0xa0, 0xb0, 0xc0, 255);

    private static Pixels gray(int... levels) {
        byte[] samples = new byte[levels.length];
        for (int i = 0; i < levels.length; i++) {
            samples[i] = (byte) levels[i];
        }
        return new Pixels(Samples.GRAY, List.of(new Plane(levels.length, 1, samples)), null, null);
    }

    private static Pixels apply(ColorizeOperation operation, Pixels pixels) {
        return operation.apply(RandomRasters.raster(pixels, RandomRasters.FULL));
    }

    /** Black stays black, white white, and the middle becomes the color. */
    private static void assertShades(Pixels colored, double... levels) {
        int[] color = {BLUE_GRAY.red(), BLUE_GRAY.green(), BLUE_GRAY.blue()};
        for (int i = 0; i < levels.length; i++) {
            double level = Math.max(0, Math.min(255, levels[i]));
            for (int p = 0; p < 3; p++) {
                double expected =
                        level <= 128 ? color[p] * level / 128 : color[p] + (255 - color[p]) * (level - 128) / 127;
                assertEquals(expected, colored.plane(p).at(i, 0), 0.51, "pixel " + i);
            }
        }
    }

    @Test
    void withoutCompensationTheLumaChoosesTheShade() {
        assertShades(
                apply(new ColorizeOperation(BLUE_GRAY, false, 0), gray(0, 64, 128, 200, 255)), 0, 64, 128, 200, 255);
        assertShades(apply(new ColorizeOperation(BLUE_GRAY, false, 90), gray(0, 64, 128)), 0, 64, 128);
    }

    @Test
    void theMedianIsMovedToTheMiddle() {
        assertShades(
                apply(new ColorizeOperation(BLUE_GRAY, true, 0), gray(10, 20, 30, 40, 90)), 108, 118, 128, 138, 188);
        assertShades(apply(new ColorizeOperation(BLUE_GRAY, true, 0), gray(255, 255, 0)), 128, 128, 0);
    }

    @Test
    void theContrastIsTheRangeOfWhatComesOut() {
        double slope = 0.5 * 255 / 80;
        assertShades(
                apply(new ColorizeOperation(BLUE_GRAY, true, 50), gray(10, 20, 30, 40, 90)),
                128 - 20 * slope,
                128 - 10 * slope,
                128,
                128 + 10 * slope,
                128 + 60 * slope);
        assertShades(apply(new ColorizeOperation(BLUE_GRAY, true, 50), gray(7, 7)), 128, 128);
    }

    @Test
    void onlyWhatIsVisibleCountsForTheMedian() {
        Pixels pixels = gray(10, 10, 10, 60, 60).withAlpha(new Plane(5, 1, new byte[] {0, 0, 0, -1, 5}));
        Pixels colored = apply(new ColorizeOperation(BLUE_GRAY, true, 0), pixels);
        assertShades(colored, 78, 78, 78, 128, 128);
        assertSame(pixels.alpha(), colored.alpha());
    }

    @Test
    void colorsCountByTheirLuma() {
        Pixels red = new Pixels(
                Samples.RGB,
                List.of(new Plane(1, 1, new byte[] {-1}), Plane.blank(1, 1), Plane.blank(1, 1)),
                null,
                null);
        assertShades(apply(new ColorizeOperation(BLUE_GRAY, false, 0), red), 76);
    }

    @Test
    void needsTheWholeImageForItsMedianOnly() {
        assertEquals(Integer.MAX_VALUE, new ColorizeOperation(BLUE_GRAY, true, 0).reach(RandomRasters.FULL));
        assertEquals(0, new ColorizeOperation(BLUE_GRAY, false, 0).reach(RandomRasters.FULL));
    }

    @Test
    void valuesAreRead() {
        assertEquals(Optional.of(new ColorizeOperation(BLUE_GRAY, true, 0)), ColorizeOperation.SYNTAX.parse("a0b0c0"));
        assertEquals(
                Optional.of(new ColorizeOperation(BLUE_GRAY, true, 50)),
                ColorizeOperation.SYNTAX.parse("160,176,192,Norm,50"));
        assertEquals(
                Optional.of(new ColorizeOperation(BLUE_GRAY, false, 7)),
                ColorizeOperation.SYNTAX.parse(" A0B0C080 , off , 7 "));
        assertEquals(
                Optional.of(new ColorizeOperation(new Color(1, 2, 3, 255), true, 0)),
                ColorizeOperation.SYNTAX.parse("1,2,3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "50",
                "50,50",
                "50g",
                "10,20,30,40k",
                "a0b0c0,normal",
                "a0b0c0,norm,101",
                "a0b0c0,norm,-1",
                "norm",
                "1,2,3,norm,1,1"
            })
    void otherValuesAreRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> ColorizeOperation.SYNTAX.parse(text));
    }
}
