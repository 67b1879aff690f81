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

import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.Flip;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.Orientation;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.source.SourceKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layers over one another. */
class CompositeTest {

    private static final Color BLUE = Color.ofRgb(0x0000ff);
    private static final Color RED = Color.ofRgb(0xff0000);

    private final Fixtures fixtures = new Fixtures();

    @Test
    void higherLayersLieOnTopAndEndWhereLayerZeroDoes() throws Exception {
        SourceKey key = fixtures.add("a", solid(30, 30, 0, 255, 0));
        Pixels out = fixtures.render(plan(
                view().build(),
                PNG,
                color(0, BLUE, 40, 20).build(),
                image(2, key).origin(0, 0).posN(0, 0).build(),
                color(7, RED, 4, 4).pos(-20, -10).build()));
        assertEquals(40, out.width());
        assertEquals(20, out.height());
        assertEquals(0x0000ff, rgbAt(out, 19, 9));
        assertEquals(0x00ff00, rgbAt(out, 20, 10));
        assertEquals(0x00ff00, rgbAt(out, 39, 19));
        assertEquals(0xff0000, rgbAt(out, 1, 1));
        assertEquals(0x0000ff, rgbAt(out, 2, 2));
    }

    @Test
    void whatSticksOutOfLayerZeroIsNotSeenInTheView() throws Exception {
        Pixels out = fixtures.render(plan(
                view().wid(40).hei(40).build(),
                PNG,
                color(0, BLUE, 40, 20).build(),
                color(1, RED, 10, 100).build()));
        assertEquals(0xffffff, rgbAt(out, 20, 5));
        assertEquals(0xff0000, rgbAt(out, 20, 10));
        assertEquals(0x0000ff, rgbAt(out, 2, 29));
        assertEquals(0xffffff, rgbAt(out, 20, 30));
    }

    @Test
    void aSourceIsOpenedOnceForAllItsLayers() throws Exception {
        SourceKey key = fixtures.add("a", solid(10, 10, 1, 2, 3));
        Renderer.Rendered rendered = fixtures.renderer()
                .render(plan(
                        view().build(),
                        PNG,
                        image(0, key).build(),
                        image(1, key).size(4, 4).build()));
        assertEquals(List.of("a"), fixtures.opened);
        assertEquals(1, fixtures.closed);
        assertEquals(1, rendered.stamps().size());
    }

    @Test
    void opacityFadesTheContentAndNotItsFillings() throws Exception {
        SourceKey key = fixtures.add("a", solid(10, 10, 255, 255, 255));
        Pixels out = fixtures.render(plan(
                view().build(),
                PNG_ALPHA,
                image(0, key)
                        .opacity(0.5)
                        .extend(5, 0, 0, 0)
                        .background(new Color(0, 0, 0, 128))
                        .build()));
        assertEquals(128, out.alpha().at(2, 2));
        assertEquals(192, out.alpha().at(8, 2), 1);
        Pixels filled = fixtures.render(plan(
                view().build(), PNG_ALPHA, image(0, key).opacity(0.5).fill(RED).build()));
        assertEquals(255, filled.alpha().at(2, 2));
        assertEquals(0xff8080, rgbAt(filled, 2, 2), 0x0101);
    }

    @Test
    void backgroundsFillMarginsAndFillsDoNot() throws Exception {
        SourceKey key = fixtures.add("a", solid(10, 10, 9, 9, 9));
        Pixels out = fixtures.render(plan(
                view().build(),
                PNG_ALPHA,
                image(0, key).extend(5, 5, 5, 5).fill(RED).build()));
        assertEquals(0, out.alpha().at(2, 2));
        assertEquals(255, out.alpha().at(7, 7));
        Pixels beyond = fixtures.render(plan(
                view().build(),
                PNG_ALPHA,
                image(0, key).crop(-5, 0, 20, 10).fill(RED).build()));
        assertEquals(0xff0000, rgbAt(beyond, 2, 2));
        assertEquals(0x090909, rgbAt(beyond, 7, 2));
    }

    @Test
    void quarterTurnsAreExact() throws Exception {
        SourceKey key = fixtures.add("a", rgb(4, 3, (x, y) -> 10 * x, (x, y) -> 10 * y, (x, y) -> 0));
        Pixels out = fixtures.render(
                plan(view().build(), PNG, image(0, key).rotate(90).build()));
        assertEquals(3, out.width());
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 4; x++) {
                assertEquals((10 * x) << 16 | (10 * y) << 8, rgbAt(out, 2 - y, x));
            }
        }
    }

    @Test
    void anAngleGivesSmoothEdgesAndAnEnlargedLayer() throws Exception {
        SourceKey key = fixtures.add("a", solid(100, 100, 255, 0, 0));
        Pixels out = fixtures.render(
                plan(view().build(), PNG_ALPHA, image(0, key).rotate(45).build()));
        assertEquals(142, out.width());
        assertEquals(0, out.alpha().at(2, 2));
        assertEquals(255, out.alpha().at(71, 71));
        int partly = 0;
        double area = 0;
        for (byte alpha : out.alpha().samples()) {
            area += (alpha & 0xff) / 255.0;
            partly += alpha != 0 && alpha != -1 ? 1 : 0;
        }
        assertEquals(10_000, area, 60);
        assertTrue(partly > 100, "" + partly);
    }

    @Test
    void turnedLayersCanBeSeenInPartAndAtAnyScale() throws Exception {
        fixtures.reduces = true;
        SourceKey key = fixtures.add("a", rgb(400, 400, (x, y) -> x / 2, (x, y) -> y / 2, (x, y) -> 50));
        ImagePlan whole =
                plan(view().scl(2).build(), PNG, image(0, key).rotate(30).build());
        Pixels all = fixtures.render(whole);
        Pixels part = fixtures.render(plan(
                view().scl(2).rect(100, 90, 50, 40, 1).build(),
                PNG,
                image(0, key).rotate(30).build()));
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 50; x++) {
                assertEquals(rgbAt(all, 100 + x, 90 + y), rgbAt(part, x, y));
            }
        }
    }

    @Test
    void theCompositeIsFlippedAndFadedAsAWhole() throws Exception {
        ImagePlan plan = new ImagePlan(
                List.of(
                        color(0, BLUE, 20, 10).build(),
                        color(1, RED, 10, 10).pos(-5, 0).build()),
                CompositePlan.NONE.withFlip(new Flip(true, false)).withOpacity(0.5),
                view().build(),
                PNG_ALPHA);
        Pixels out = fixtures.render(plan);
        assertEquals(128, out.alpha().at(3, 3));
        assertEquals(128, out.alpha().at(15, 3));
        assertEquals(0x0000ff, rgbAt(out, 9, 3));
        assertEquals(0xff0000, rgbAt(out, 10, 3));
        Pixels onWhite = fixtures.render(new ImagePlan(plan.layers(), plan.composite(), plan.view(), PNG));
        assertEquals(0xff7f7f, rgbAt(onWhite, 15, 3), 0x0101);
    }

    @Test
    void aMaskIsStretchedOverTheImage() throws Exception {
        SourceKey key = fixtures.add("a", solid(40, 20, 1, 2, 3), Orientation.NORMAL);
        SourceKey mask = fixtures.add(
                "m",
                Fixtures.pixels(dev.understudy.image.Samples.GRAY, null, plane(20, 10, (x, y) -> x < 10 ? 0 : 255)));
        Pixels out = fixtures.render(plan(
                view().build(),
                PNG_ALPHA,
                image(0, key).mask(mask).crop(10, 0, 30, 20).build()));
        assertEquals(0, out.alpha().at(5, 5));
        assertEquals(255, out.alpha().at(15, 5));
        assertEquals(2, out.plane(1).at(15, 5));
    }

    @Test
    void theAlphaOfAMaskIsUsedWhenItHasOne() throws Exception {
        SourceKey key = fixtures.add("a", solid(4, 4, 1, 2, 3));
        SourceKey mask = fixtures.add("m", solid(4, 4, 255, 255, 255).withAlpha(plane(4, 4, (x, y) -> 77)));
        Pixels out = fixtures.render(
                plan(view().build(), PNG_ALPHA, image(0, key).mask(mask).build()));
        assertEquals(77, out.alpha().at(1, 1));
    }

    @Test
    void nestedRequestsAreLayersWithTheirTransparency() throws Exception {
        SourceKey key = fixtures.add("a", solid(20, 10, 255, 0, 0));
        ImagePlan inner = plan(
                view().wid(20).hei(20).bgc(Color.WHITE).build(),
                JPEG,
                image(0, key).build());
        Pixels out = fixtures.render(plan(
                view().scl(2).build(),
                PNG,
                color(0, BLUE, 40, 40).build(),
                layer(1, new LayerContent.Nested(inner)).size(40, 40).build()));
        assertEquals(20, out.width());
        assertEquals(0x0000ff, rgbAt(out, 10, 4));
        assertEquals(0xff0000, rgbAt(out, 10, 5));
        assertEquals(0xff0000, rgbAt(out, 0, 14));
        assertEquals(0x0000ff, rgbAt(out, 10, 15));
    }

    @Test
    void nestedViewsCutAndTurn() throws Exception {
        SourceKey key = fixtures.add("a", rgb(40, 20, (x, y) -> x * 6, (x, y) -> y * 6, (x, y) -> 0));
        ImagePlan inner =
                plan(view().rgn(10, 0, 20, 20).build(), PNG, image(0, key).build());
        Pixels out = fixtures.render(plan(
                view().build(),
                PNG,
                layer(0, new LayerContent.Nested(inner))
                        .crop(5, 0, 10, 20)
                        .rotate(180)
                        .build()));
        assertEquals(10, out.width());
        assertEquals((10 + 5 + 9) * 6, out.plane(0).at(0, 0));
        assertEquals(19 * 6, out.plane(1).at(0, 0));
    }

    @Test
    void aNestedViewMayBeLargerThanAnyReply() throws Exception {
        fixtures.reduces = true;
        SourceKey key = fixtures.add("a", solid(400, 400, 255, 0, 0));
        ImagePlan inner = plan(view().build(), JPEG, image(0, key).build());
        fixtures.renderer(new RenderLimits(10_000, 1_000_000, 1_000_000))
                .render(plan(
                        view().wid(50).build(),
                        PNG,
                        layer(0, new LayerContent.Nested(inner)).build()));
        assertEquals(6, fixtures.decoded.get(0).maxReduction());
        assertEquals(0xff0000, rgbAt(fixtures.last(), 25, 25));
    }

    @Test
    void nothingInSightIsNoFailure() throws Exception {
        SourceKey key = fixtures.add("a", solid(20, 10, 255, 0, 0));
        Pixels out = fixtures.render(plan(
                view().build(),
                PNG_ALPHA,
                image(0, key).crop(100, 100, 10, 10).build(),
                image(1, key).pos(1e9, -1e9).build(),
                image(2, key).rotate(33).pos(500, 500).build(),
                color(3, RED, 5, 5).extend(-100, 0, 0, 0).build()));
        assertEquals(10, out.width());
        for (byte alpha : out.alpha().samples()) {
            assertEquals(0, alpha);
        }
        assertEquals(0, fixtures.decoded.size());
        Pixels away = fixtures.render(
                plan(view().rgn(5000, 5000, 10, 10).build(), PNG, image(0, key).build()));
        assertEquals(0xffffff, rgbAt(away, 5, 5));
    }

    @Test
    void turnedLayersBeyondTheLimitAreRefused() {
        SourceKey key = fixtures.add("a", solid(100, 100, 255, 0, 0));
        ServeException thrown = assertThrows(
                ServeException.class,
                () -> fixtures.renderer(new RenderLimits(20_000, 1_000_000, 1_000_000))
                        .render(plan(
                                view().wid(150).build(),
                                PNG,
                                color(0, BLUE, 1500, 1000).build(),
                                image(1, key).scale(30).rotate(10).build())));
        assertEquals(FailureKind.SIZE_LIMIT, thrown.failure().kind());
    }

    @Test
    void aColorNeedsBothItsSides() {
        ServeException thrown = assertThrows(
                ServeException.class,
                () -> fixtures.render(
                        plan(view().build(), PNG, color(0, BLUE, 40, 0).build())));
        assertEquals(FailureKind.PARAMETER_INVALID, thrown.failure().kind());
    }

    @Test
    void textIsALayerToo() throws Exception {
        ImagePlan plan = plan(
                view().build(),
                PNG,
                color(0, Color.WHITE, 100, 40).build(),
                layer(1, new LayerContent.Text("\\qc\\fs40 HHH")).sizeN(1, 1).build());
        Pixels out = fixtures.render(plan);
        int dark = 0;
        for (byte sample : out.plane(0).samples()) {
            dark += (sample & 0xff) < 80 ? 1 : 0;
        }
        assertTrue(dark > 100, "" + dark);
        assertEquals(new PixelSize(100, 40), fixtures.renderer().measure(plan).size());
    }

    @Test
    void cutOutsAreLaidOnTheBackground() throws Exception {
        SourceKey key = fixtures.add("a", solid(10, 10, 200, 0, 0).withAlpha(plane(10, 10, (x, y) -> x < 5 ? 0 : 255)));
        Pixels out = fixtures.render(
                plan(view().bgc(BLUE).build(), JPEG, image(0, key).build()));
        assertEquals(0x0000ff, rgbAt(out, 2, 2));
        assertEquals(0xc80000, rgbAt(out, 7, 2));
    }
}
