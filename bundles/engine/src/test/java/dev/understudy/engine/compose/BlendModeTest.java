package dev.understudy.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Blend modes against the published formulas in double precision. */
class BlendModeTest {

    private static final Dissolve WHOLE = new Dissolve(0, 0, 1);
    private static final Region DOT = new Region(0, 0, 1, 1);

    private static double formula(BlendMode mode, double cb, double cs) {
        return switch (mode) {
            case LIGHTEN -> Math.max(cb, cs);
            case DARKEN -> Math.min(cb, cs);
            case MULT -> cb * cs;
            case SCREEN -> 1 - (1 - cb) * (1 - cs);
            case NORM, DISSOLVE -> cs;
        };
    }

    private static Pixels flat(int width, int height, int red, int alpha) {
        return new Pixels(
                Samples.RGB,
                List.of(plane(width, height, red), plane(width, height, 0), plane(width, height, 255)),
                plane(width, height, alpha),
                null);
    }

    private static Plane plane(int width, int height, int value) {
        byte[] samples = new byte[width * height];
        Arrays.fill(samples, (byte) value);
        return new Plane(width, height, samples);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DISSOLVE")
    void isTheFormulaToHalfALevel(BlendMode mode) {
        Random random = new Random(11);
        for (int i = 0; i < 40_000; i++) {
            int below = random.nextInt(256);
            int belowAlpha = i % 3 == 0 ? 255 : i % 7 == 0 ? 0 : random.nextInt(256);
            int above = random.nextInt(256);
            int aboveAlpha = i % 5 == 0 ? 255 : random.nextInt(256);
            CompositeCanvas canvas = new CompositeCanvas(DOT);
            canvas.fill(DOT, new Color(below, 0, 0, belowAlpha));
            canvas.blend(flat(1, 1, above, aboveAlpha), 0, 0, mode, WHOLE);
            Pixels out = canvas.pixels();
            double as = aboveAlpha / 255.0;
            double ab = belowAlpha / 255.0;
            double cs = above / 255.0;
            double cb = below / 255.0;
            double alpha = as + ab - as * ab;
            assertEquals(alpha * 255, out.alpha().at(0, 0), 0.501);
            if (alpha > 0) {
                double premultiplied = cs * as * (1 - ab) + cb * ab * (1 - as) + as * ab * formula(mode, cb, cs);
                assertEquals(premultiplied / alpha * 255, out.plane(0).at(0, 0), 0.501, mode + " " + i);
            }
        }
    }

    @Test
    void dissolvedPixelsAreOpaqueOrNotThereAndInTheRightNumber() {
        for (int alpha : new int[] {0, 1, 64, 128, 254, 255}) {
            Plane dissolved = WHOLE.apply(flat(400, 400, 9, alpha), 0, 0).alpha();
            int opaque = 0;
            for (byte sample : dissolved.samples()) {
                assertTrue(sample == 0 || sample == (byte) 255);
                opaque += sample == 0 ? 0 : 1;
            }
            double expected = 160_000 * alpha / 255.0;
            double deviation = Math.sqrt(160_000 * alpha / 255.0 * (255 - alpha) / 255.0);
            assertEquals(expected, opaque, 4 * deviation);
        }
    }

    @Test
    void dissolvingDependsOnThePlaceAndTheSeedAlone() {
        Plane whole = new Dissolve(0, 0, 2).apply(flat(40, 30, 9, 100), -3, 7).alpha();
        Plane part = new Dissolve(100, 1000, 2)
                .apply(flat(10, 10, 9, 100), 112, 1020)
                .alpha();
        int others = 0;
        Plane other = new Dissolve(0, 0, 3).apply(flat(10, 10, 9, 100), 12, 20).alpha();
        for (int y = 0; y < 10; y++) {
            for (int x = 0; x < 10; x++) {
                assertEquals(whole.at(15 + x, 13 + y), part.at(x, y));
                others += part.at(x, y) == other.at(x, y) ? 0 : 1;
            }
        }
        assertTrue(others > 20, others + " pixels differ");
    }

    @Test
    void anOpaqueImageHasNothingToDissolve() {
        CompositeCanvas canvas = new CompositeCanvas(DOT);
        canvas.blend(flat(1, 1, 70, 255).withAlpha(null), 0, 0, BlendMode.DISSOLVE, WHOLE);
        assertEquals(70, canvas.pixels().plane(0).at(0, 0));
        assertEquals(255, canvas.pixels().alpha().at(0, 0));
    }

    @Test
    void colorsBelowShowWhereItIsTransparent() {
        for (int alpha : new int[] {0, 51, 255}) {
            CompositeCanvas canvas = new CompositeCanvas(DOT);
            canvas.fill(DOT, new Color(200, 0, 0, alpha));
            canvas.fillBelow(new Color(100, 0, 0, 255));
            assertEquals(100 + 100 * alpha / 255.0, canvas.pixels().plane(0).at(0, 0), 0.5);
            assertEquals(255, canvas.pixels().alpha().at(0, 0));
        }
    }
}
