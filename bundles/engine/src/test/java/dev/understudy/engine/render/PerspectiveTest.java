package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.plane;
import static dev.understudy.engine.render.Fixtures.rgb;
import static dev.understudy.engine.render.Fixtures.rgbAt;
import static dev.understudy.engine.render.Fixtures.solid;
import static dev.understudy.engine.render.RenderPlans.JPEG;
import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.PNG_ALPHA;
import static dev.understudy.engine.render.RenderPlans.color;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.layer;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.operation.InvertOperation;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.Perspective.Resampling;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.source.SourceKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers that are bent to fill a quadrilateral. */
class PerspectiveTest {

    private static final Color BLUE = Color.ofRgb(0x0000ff);
    private static final Color RED = Color.ofRgb(0xff0000);
    private static final double[] QUAD = {20, 10, 80, 20, 90, 70, 10, 80};

    private final Fixtures fixtures = new Fixtures();
    private final SourceKey photo =
            fixtures.add("photo", rgb(200, 160, (x, y) -> x, (x, y) -> y, (x, y) -> (x / 8 + y / 8) % 2 * 90));

    @Test
    void fillsTheQuadrilateralAndNothingElse() throws Exception {
        SourceKey green = fixtures.add("green", solid(30, 50, 0, 255, 0));
        Pixels out = fixtures.render(plan(
                view().build(),
                PNG,
                color(0, BLUE, 100, 90).build(),
                image(1, green).perspective(Resampling.SUPERSAMPLED, QUAD).build()));
        assertEquals(0x00ff00, rgbAt(out, 22, 14));
        assertEquals(0x00ff00, rgbAt(out, 78, 24));
        assertEquals(0x00ff00, rgbAt(out, 87, 68));
        assertEquals(0x00ff00, rgbAt(out, 13, 77));
        assertEquals(0x0000ff, rgbAt(out, 16, 12));
        assertEquals(0x0000ff, rgbAt(out, 84, 20));
        assertEquals(0x0000ff, rgbAt(out, 92, 72));
        assertEquals(0x0000ff, rgbAt(out, 8, 82));
        assertEquals(0x0000ff, rgbAt(out, 50, 10));
    }

    @Test
    void edgesAreAsOpaqueAsTheyLieWithinAndKeepTheirColor() throws Exception {
        SourceKey gray = fixtures.add("gray", solid(300, 300, 200, 200, 200));
        Pixels out = fixtures.render(plan(
                view().build(),
                PNG_ALPHA,
                color(0, Color.TRANSPARENT, 100, 90).build(),
                image(1, gray).perspective(Resampling.SUPERSAMPLED, QUAD).build()));
        double covered = 0;
        for (int i = 0; i < 100 * 90; i++) {
            int alpha = out.alpha().samples()[i] & 0xff;
            covered += alpha / 255.0;
            if (alpha > 0) {
                assertEquals(200, out.plane(0).samples()[i] & 0xff);
            }
        }
        assertEquals(4200, covered, 2);
    }

    @ParameterizedTest
    @EnumSource
    void partsAreThoseOfTheWhole(Resampling resampling) throws Exception {
        Pixels whole = fixtures.render(bent(view(), resampling));
        Pixels part = fixtures.render(bent(view().rgn(37, 21, 40, 50), resampling));
        for (int y = 0; y < 50; y++) {
            for (int x = 0; x < 40; x++) {
                assertEquals(rgbAt(whole, 37 + x, 21 + y), rgbAt(part, x, y), x + "," + y);
            }
        }
    }

    private ImagePlan bent(RenderPlans.ViewBuilder view, Resampling resampling) {
        return plan(
                view.build(),
                PNG,
                color(0, BLUE, 100, 90).build(),
                image(1, photo)
                        .perspective(resampling, 40, 10, 60, 12, 120, 95, -30, 80)
                        .build());
    }

    @Test
    void farAwayIsTheMean() throws Exception {
        SourceKey lines =
                fixtures.add("lines", rgb(512, 512, (x, y) -> y % 2 * 255, (x, y) -> 0, (x, y) -> x % 2 * 255));
        Pixels out = fixtures.render(plan(
                view().build(),
                PNG,
                color(0, BLUE, 100, 90).build(),
                image(1, lines)
                        .perspective(Resampling.SUPERSAMPLED, 45, 10, 55, 10, 100, 90, 0, 90)
                        .build()));
        // down to where a row of the reply is one and a half of the image
        for (int y = 12; y < 59; y++) {
            assertEquals(128, out.plane(0).at(50, y), 16, "row " + y);
        }
        for (int y = 12; y < 88; y++) {
            assertEquals(128, out.plane(2).at(50, y), 8, "row " + y);
        }
    }

    @Test
    void everyContentIsBentWithItsFillMaskAndOperations() throws Exception {
        SourceKey cutout =
                fixtures.add("cutout", solid(40, 40, 10, 20, 30).withAlpha(plane(40, 40, (x, y) -> x < 20 ? 255 : 0)));
        Pixels filled = fixtures.render(plan(
                view().build(),
                PNG,
                color(0, BLUE, 100, 100).build(),
                image(1, cutout)
                        .perspective(Resampling.SUPERSAMPLED, 10, 10, 90, 10, 90, 90, 10, 90)
                        .fill(RED)
                        .operations(new InvertOperation())
                        .build()));
        assertEquals(0xf5ebe1, rgbAt(filled, 20, 50));
        assertEquals(0xff0000, rgbAt(filled, 80, 50));
        assertEquals(0x0000ff, rgbAt(filled, 5, 50));
        ImagePlan inner = plan(view().build(), PNG, color(0, RED, 20, 20).build());
        Pixels nested = fixtures.render(plan(
                view().build(),
                PNG,
                color(0, BLUE, 100, 90).build(),
                layer(1, new LayerContent.Nested(inner))
                        .perspective(Resampling.SUPERSAMPLED, QUAD)
                        .build()));
        assertEquals(0xff0000, rgbAt(nested, 50, 40));
        Pixels text = fixtures.render(plan(
                view().build(),
                PNG,
                color(0, Color.WHITE, 100, 90).build(),
                layer(1, new LayerContent.Text("{\\fs80 MMM}"))
                        .size(100, 50)
                        .perspective(Resampling.SUPERSAMPLED, QUAD)
                        .build()));
        assertTrue(darkest(text) < 60);
        Pixels solid = fixtures.render(plan(
                view().build(),
                PNG,
                color(0, BLUE, 100, 90).build(),
                color(1, RED, 7, 3).perspective(Resampling.SUPERSAMPLED, QUAD).build()));
        assertEquals(0xff0000, rgbAt(solid, 50, 40));
    }

    private static int darkest(Pixels pixels) {
        int darkest = 255;
        for (byte sample : pixels.plane(0).samples()) {
            darkest = Math.min(darkest, sample & 0xff);
        }
        return darkest;
    }

    @Test
    void backgroundsFillTheRectangleAroundIt() throws Exception {
        Pixels out = fixtures.render(plan(
                view().build(),
                PNG,
                color(0, BLUE, 100, 90).build(),
                image(1, photo)
                        .perspective(Resampling.SUPERSAMPLED, QUAD)
                        .background(RED)
                        .extend(2, 0, 0, 0)
                        .build()));
        assertEquals(0xff0000, rgbAt(out, 9, 11));
        assertEquals(0x0000ff, rgbAt(out, 7, 11));
        assertEquals(0x0000ff, rgbAt(out, 50, 9));
        assertEquals(0xff0000, rgbAt(out, 89, 79));
    }

    @Test
    void turnsMirroredOnesOverAndQuartersExactly() throws Exception {
        Pixels plain = fixtures.render(plan(view().build(), PNG, image(0, photo).build()));
        Pixels flipped = fixtures.render(plan(
                view().build(),
                PNG,
                image(0, photo)
                        .perspective(Resampling.SUPERSAMPLED, 200, 0, 0, 0, 0, 160, 200, 160)
                        .build()));
        Pixels turned = fixtures.render(plan(
                view().build(),
                PNG,
                color(0, BLUE, 160, 200).build(),
                image(1, photo)
                        .perspective(Resampling.SUPERSAMPLED, 160, 0, 160, 200, 0, 200, 0, 0)
                        .build()));
        for (int y = 0; y < 160; y++) {
            for (int x = 0; x < 200; x++) {
                assertEquals(rgbAt(plain, x, y), rgbAt(flipped, 199 - x, y));
                assertEquals(rgbAt(plain, x, y), rgbAt(turned, 159 - y, x));
            }
        }
    }

    @Test
    void scaleLimitsTheDetail() throws Exception {
        SourceKey lines = fixtures.add("lines", rgb(100, 90, (x, y) -> x % 2 * 255, (x, y) -> 0, (x, y) -> 0));
        double[] same = {0, 0, 100, 0, 100, 90, 0, 90};
        Pixels full = fixtures.render(plan(
                view().build(),
                PNG,
                image(0, lines).perspective(Resampling.SUPERSAMPLED, same).build()));
        assertEquals(255, full.plane(0).at(51, 40));
        Pixels half = fixtures.render(plan(
                view().build(),
                PNG,
                image(0, lines)
                        .perspective(Resampling.SUPERSAMPLED, same)
                        .scale(0.3)
                        .build()));
        assertEquals(128, half.plane(0).at(51, 40), 2);
        assertEquals(100, half.width());
    }

    @Test
    void aLargeImageIsMadeSmallerRatherThanRefused() throws Exception {
        SourceKey large = fixtures.add("large", solid(900, 900, 9, 99, 9));
        fixtures.renderer(new RenderLimits(100_000, 1_000_000, 1_000_000))
                .render(plan(
                        view().build(),
                        PNG,
                        color(0, BLUE, 100, 90).build(),
                        image(1, large)
                                .perspective(Resampling.SUPERSAMPLED, 45, 10, 55, 10, 900, 90, -900, 90)
                                .build()));
        assertEquals(99, fixtures.last().plane(1).at(50, 60));
    }

    @Test
    void farCornersAreRefusedAndThoseOffTheCanvasAreNot() throws Exception {
        ServeException far = assertThrows(
                ServeException.class,
                () -> fixtures.render(plan(
                        view().build(),
                        PNG,
                        image(0, photo)
                                .perspective(Resampling.SUPERSAMPLED, 0, 0, 1e9, 0, 1e9, 1e300, 0, 80)
                                .build())));
        assertEquals(FailureKind.SIZE_LIMIT, far.failure().kind());
        Pixels off = fixtures.render(plan(
                view().build(),
                PNG,
                color(0, BLUE, 10, 10).build(),
                image(1, photo)
                        .perspective(Resampling.SUPERSAMPLED, 500, 500, 600, 500, 600, 600, 500, 600)
                        .build()));
        assertEquals(0x0000ff, rgbAt(off, 9, 9));
    }

    @Test
    void aLoneOpaqueImageIsBentToo() throws Exception {
        Pixels out = fixtures.render(plan(
                view().bgc(BLUE).build(),
                JPEG,
                image(0, photo)
                        .perspective(Resampling.SUPERSAMPLED, 50, 40, 150, 40, 150, 120, 50, 120)
                        .build()));
        assertEquals(200, out.width());
        assertEquals(0x0000ff, rgbAt(out, 20, 20));
    }

    @Test
    void memoryIsThatOfWhatIsPaintedUprightAndOfTheLevels() throws Exception {
        long[] needed = new long[1];
        ImagePlan plan = bent(view(), Resampling.SUPERSAMPLED);
        fixtures.renderer().renderer().render(plan, bytes -> needed[0] = bytes);
        long upright = 200 * 160 * 4;
        assertTrue(needed[0] > upright + upright / 3 + 100 * 90 * 8, needed[0] + " bytes");
        assertTrue(needed[0] < 8 * upright, needed[0] + " bytes");
    }
}
