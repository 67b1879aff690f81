package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.plane;
import static dev.understudy.engine.render.Fixtures.rgb;
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
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.operation.InvertOperation;
import dev.understudy.engine.operation.NoiseOperation;
import dev.understudy.engine.operation.PixelOperation;
import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import dev.understudy.source.SourceKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operations on layers and on the composite, by the one that inverts: a painted layer is easily compared with itself. */
class OperationsTest {

    private static final PixelOperation INVERT = new InvertOperation();
    private static final Color BLUE = Color.ofRgb(0x0000ff);

    private final Fixtures fixtures = new Fixtures();
    private final SourceKey photo =
            fixtures.add("photo", rgb(60, 40, (x, y) -> 4 * x, (x, y) -> 6 * y, (x, y) -> x + 2 * y));
    private final SourceKey cutOut = fixtures.add(
            "cutOut",
            rgb(60, 40, (x, y) -> 4 * x, (x, y) -> 6 * y, (x, y) -> 9).withAlpha(plane(60, 40, (x, y) -> 4 * x)));

    private static ImagePlan treated(ImagePlan plan) {
        return treated(plan, INVERT);
    }

    private static ImagePlan treated(ImagePlan plan, PixelOperation operation) {
        CompositePlan composite = plan.composite().withOperations(List.of(operation));
        return new ImagePlan(plan.layers(), composite, plan.view(), plan.output());
    }

    /** The oracle: each component of what lies there, as a fraction of 1, is 1 less what it was; where nothing lies, nothing. */
    private static void assertNegative(Pixels plain, Pixels negative, int tolerance) {
        assertEquals(plain.samples(), negative.samples());
        assertEquals(plain.width(), negative.width());
        assertEquals(plain.height(), negative.height());
        for (int y = 0; y < plain.height(); y++) {
            for (int x = 0; x < plain.width(); x++) {
                double opacity = plain.alpha() == null ? 1 : plain.alpha().at(x, y) / 255.0;
                if (plain.alpha() != null) {
                    assertEquals(plain.alpha().at(x, y), negative.alpha().at(x, y), "alpha at " + x + "," + y);
                }
                for (int p = 0; opacity > 0 && p < plain.samples().planes(); p++) {
                    double component = 1 - plain.plane(p).at(x, y) / 255.0;
                    assertEquals(component * 255, negative.plane(p).at(x, y), tolerance / opacity + 1e-9, x + "," + y);
                }
            }
        }
    }

    private void assertLayerIsNegated(RenderPlans.LayerBuilder layer, int tolerance) throws ServeException {
        Pixels plain = fixtures.render(plan(view().build(), PNG_ALPHA, layer.build()));
        Pixels negative = fixtures.render(
                plan(view().build(), PNG_ALPHA, layer.operations(INVERT).build()));
        assertNegative(plain, negative, tolerance);
    }

    @Test
    void aLoneOpaqueImageIsNotServedAsItIs() throws Exception {
        for (boolean alpha : new boolean[] {false, true}) {
            ImagePlan plain = plan(
                    view().build(), alpha ? PNG_ALPHA : PNG, image(0, photo).build());
            ImagePlan layered =
                    plain.withLayers(List.of(image(0, photo).operations(INVERT).build()));
            assertNegative(fixtures.render(plain), fixtures.render(layered), 0);
            assertNegative(fixtures.render(plain), fixtures.render(treated(plain)), 0);
        }
    }

    @Test
    void opacityStaysAndSoDoesTheMask() throws Exception {
        assertLayerIsNegated(image(0, cutOut), 0);
        SourceKey mask = fixtures.add("mask", solid(60, 40, 77));
        assertLayerIsNegated(image(0, photo).mask(mask), 0);
        assertLayerIsNegated(image(0, cutOut).opacity(0.5), 0);
    }

    @Test
    void grayImagesAndInksAreInvertedAsTheColorsThatTheyMake() throws Exception {
        assertLayerIsNegated(image(0, fixtures.add("gray", solid(8, 8, 55))), 0);
        SourceKey inks = fixtures.add("inks", solid(8, 8, 255, 0, 128, 0));
        assertLayerIsNegated(image(0, inks), 0);
        Pixels negative = fixtures.render(
                plan(view().build(), PNG, image(0, inks).operations(INVERT).build()));
        assertEquals(255, negative.plane(0).at(3, 3));
        assertEquals(0, negative.plane(1).at(3, 3));
        assertEquals(128, negative.plane(2).at(3, 3));
    }

    @Test
    void lumaAndChromaAreInvertedAsRgb() throws Exception {
        SourceKey jpeg = fixtures.add(
                "jpeg",
                Fixtures.pixels(
                        Samples.YCC,
                        null,
                        plane(8, 8, (x, y) -> 20 * x),
                        plane(4, 4, (x, y) -> 30 * x),
                        plane(4, 4, (x, y) -> 200)));
        assertLayerIsNegated(image(0, jpeg), 0);
        Pixels encoded = fixtures.render(
                plan(view().build(), JPEG, image(0, jpeg).operations(INVERT).build()));
        assertEquals(Samples.RGB, encoded.samples());
    }

    @Test
    void textAndSolidColorsAreForegroundToo() throws Exception {
        assertLayerIsNegated(color(0, new Color(10, 20, 30, 100), 9, 7), 0);
        assertLayerIsNegated(layer(0, new LayerContent.Text("\\qc\\fs40 Ag")), 0);
    }

    @Test
    void rotatedScaledAndFlippedLayersAreInvertedBeforeTheyAreTurned() throws Exception {
        assertLayerIsNegated(image(0, photo).rotate(90).flip(true, false), 0);
        assertLayerIsNegated(image(0, photo).scale(0.5), 1);
        assertLayerIsNegated(image(0, photo).crop(-5, -5, 70, 50).rotate(30), 1);
        assertLayerIsNegated(image(0, cutOut).rotate(-10).scale(2), 2);
    }

    @Test
    void whatLiesBehindTheForegroundStays() throws Exception {
        Pixels out = fixtures.render(plan(
                view().build(),
                PNG,
                image(0, photo)
                        .crop(-10, 0, 70, 40)
                        .fill(BLUE)
                        .extend(10, 0, 0, 0)
                        .background(Color.ofRgb(0x00ff00))
                        .operations(INVERT)
                        .build()));
        assertEquals(255, out.plane(1).at(5, 5));
        assertEquals(255, out.plane(2).at(15, 5));
        assertEquals(0, out.plane(1).at(15, 5));
        assertEquals(255, out.plane(0).at(20, 0));
        Pixels rotated = fixtures.render(plan(
                view().build(),
                PNG,
                image(0, cutOut).rotate(1).fill(BLUE).operations(INVERT).build()));
        assertEquals(255, rotated.plane(2).at(2, 20), 12);
        assertEquals(0, rotated.plane(0).at(2, 20), 12);
    }

    @Test
    void onlyTheLayerThatAsksIsInverted() throws Exception {
        Pixels out = fixtures.render(plan(
                view().build(),
                PNG,
                color(0, BLUE, 20, 10).build(),
                color(1, BLUE, 10, 10).pos(-5, 0).operations(INVERT).build()));
        assertEquals(255, out.plane(0).at(2, 2));
        assertEquals(0, out.plane(2).at(2, 2));
        assertEquals(255, out.plane(2).at(12, 2));
    }

    @Test
    void theCompositeIsInvertedWithItsLayersAndTheBackgroundIsNot() throws Exception {
        ImagePlan plan = treated(plan(
                view().wid(40).hei(40).bgc(BLUE).build(),
                PNG,
                color(0, BLUE, 40, 20).build(),
                color(1, Color.ofRgb(0xff0000), 10, 10).pos(-15, 0).build()));
        Pixels out = fixtures.render(plan);
        assertEquals(255, out.plane(2).at(20, 2));
        assertEquals(0, out.plane(0).at(20, 2));
        assertEquals(0, out.plane(2).at(30, 20));
        assertEquals(255, out.plane(0).at(30, 20));
        assertEquals(0, out.plane(0).at(5, 20));
        assertEquals(255, out.plane(1).at(5, 20));
        Pixels faded = fixtures.render(
                new ImagePlan(plan.layers(), plan.composite().withOpacity(0.5), view().build(), PNG_ALPHA));
        assertEquals(128, faded.alpha().at(30, 10));
        assertEquals(255, faded.plane(0).at(30, 10));
    }

    @Test
    void layerAndCompositeTogetherAreTheIdentity() throws Exception {
        ImagePlan plain = plan(view().build(), PNG, image(0, photo).build());
        ImagePlan twice = treated(
                plain.withLayers(List.of(image(0, photo).operations(INVERT).build())));
        Pixels before = fixtures.render(plain);
        Pixels after = fixtures.render(twice);
        assertNegative(before, fixtures.render(treated(plain)), 0);
        for (int p = 0; p < 3; p++) {
            assertEquals(before.plane(p).at(33, 22), after.plane(p).at(33, 22));
        }
    }

    @Test
    void nestedRequestsHaveOperationsOfTheirOwn() throws Exception {
        ImagePlan inner = plan(view().build(), PNG, image(0, cutOut).build());
        Pixels plain = fixtures.render(plan(
                view().build(),
                PNG_ALPHA,
                layer(0, new LayerContent.Nested(inner)).build()));
        assertNegative(
                plain,
                fixtures.render(plan(
                        view().build(),
                        PNG_ALPHA,
                        layer(0, new LayerContent.Nested(treated(inner))).build())),
                0);
        assertNegative(
                plain,
                fixtures.render(plan(
                        view().build(),
                        PNG_ALPHA,
                        layer(0, new LayerContent.Nested(inner))
                                .operations(INVERT)
                                .build())),
                0);
    }

    /** Wherever the window begins, noise is counted from the content, so that tiles fit together. */
    @Test
    void noiseOfAPartIsThatOfTheWhole() throws Exception {
        PixelOperation noise = new NoiseOperation(40, false, false);
        for (ImagePlan plan : List.of(
                plan(
                        view().build(),
                        PNG_ALPHA,
                        image(0, photo).operations(noise).build()),
                treated(plan(view().build(), PNG_ALPHA, image(0, photo).build()), noise))) {
            Pixels all = fixtures.render(plan);
            Pixels part = fixtures.render(new ImagePlan(
                    plan.layers(), plan.composite(), view().rect(7, 4, 12, 9, 1).build(), PNG_ALPHA));
            for (int y = 0; y < 9; y++) {
                for (int x = 0; x < 12; x++) {
                    assertEquals(all.plane(0).at(7 + x, 4 + y), part.plane(0).at(x, y));
                }
            }
        }
    }

    @Test
    void aPartOfAViewIsThatPartOfTheWhole() throws Exception {
        LayerPlan layer = image(0, cutOut).rotate(20).operations(INVERT).build();
        Pixels all = fixtures.render(treated(plan(view().scl(2).build(), PNG_ALPHA, layer)));
        Pixels part =
                fixtures.render(treated(plan(view().scl(2).rect(5, 4, 12, 9, 1).build(), PNG_ALPHA, layer)));
        for (int y = 0; y < 9; y++) {
            for (int x = 0; x < 12; x++) {
                assertEquals(all.plane(0).at(5 + x, 4 + y), part.plane(0).at(x, y));
                assertEquals(all.alpha().at(5 + x, 4 + y), part.alpha().at(x, y));
            }
        }
    }

    @Test
    void theirMemoryIsAskedFor() throws Exception {
        ImagePlan plain = plan(view().build(), PNG, color(0, BLUE, 900, 600).build());
        ImagePlan layered = plan(
                view().build(), PNG, color(0, BLUE, 900, 600).operations(INVERT).build());
        long pixels = 900L * 600;
        assertTrue(painting(layered) >= painting(plain) + 4 * pixels, painting(layered) + " bytes");
        assertTrue(painting(treated(plain)) >= painting(plain) + 4 * pixels, painting(treated(plain)) + " bytes");
    }

    /** The memory of painting: a plan nested so deep that writing the reply needs less. */
    private long painting(ImagePlan plan) throws Exception {
        List<Long> asked = new ArrayList<>();
        ImagePlan outer = plan;
        for (int depth = 0; depth < 5; depth++) {
            outer = plan(
                    view().build(),
                    PNG,
                    layer(0, new LayerContent.Nested(outer)).build());
        }
        fixtures.renderer().renderer().render(outer, asked::add);
        return asked.get(0);
    }
}
