package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.solid;
import static dev.understudy.engine.render.RenderPlans.JPEG;
import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.color;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.layer;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.Tolerance;
import dev.understudy.source.SourceKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The limits of a request hold wherever an image comes from and wherever it goes. */
class RenderLimitsTest {

    private static final Color RED = new Color(255, 0, 0, 255);

    private final Fixtures fixtures = new Fixtures();
    private final Fixtures.Unbounded renderer = fixtures.renderer(new RenderLimits(10_000, 20_000, 1_000_000));
    private final SourceKey tooLarge = fixtures.add("large", solid(201, 100, 1, 2, 3));
    private final SourceKey fine = fixtures.add("fine", solid(200, 100, 1, 2, 3));

    private void assertRefused(String limit, Executable work) {
        ServeException refused = assertThrows(ServeException.class, work);
        assertEquals(FailureKind.SIZE_LIMIT, refused.failure().kind());
        assertTrue(
                refused.failure().message().contains(limit), refused.failure().message());
        assertEquals(0, fixtures.decoded.size());
        assertEquals(fixtures.opened.size(), fixtures.closed);
    }

    private static ImagePlan small(LayerPlan... layers) {
        return plan(view().wid(10).build(), JPEG, layers);
    }

    private static LayerContent nested(LayerPlan... layers) {
        return new LayerContent.Nested(plan(view().build(), PNG, layers));
    }

    @Test
    void sourcesAreLimitedOnEveryPath() {
        List<ImagePlan> plans = List.of(
                small(image(0, tooLarge).build()),
                small(color(0, RED, 9, 9).build(), image(1, tooLarge).opacity(0).build()),
                small(image(0, fine).mask(tooLarge).build()),
                small(image(0, tooLarge).crop(0, 0, 5, 5).build()),
                small(layer(0, nested(image(0, tooLarge).build())).build()),
                small(layer(0, nested(image(0, fine).mask(tooLarge).build())).build()));
        for (ImagePlan plan : plans) {
            assertRefused("MaxNonDsfSize", () -> renderer.render(plan));
            assertRefused("MaxNonDsfSize", () -> renderer.measure(plan));
        }
        assertRefused("MaxNonDsfSize", () -> renderer.inspect(new ImageFile(tooLarge, Tolerance.STRICT)));
        assertRefused("MaxNonDsfSize", () -> renderer.inspect(new ImageFile(tooLarge, Tolerance.LENIENT)));
    }

    @Test
    void repliesAreLimitedWhateverIsInThem() {
        List<LayerPlan> bases = List.of(
                image(0, fine).build(),
                color(0, RED, 200, 100).build(),
                layer(0, new LayerContent.Text("text")).size(200, 100).build(),
                layer(0, nested(image(0, fine).build())).build(),
                color(0, RED, 10, 10).extend(50, 50, 50, 50).build(),
                color(0, RED, 90, 90).rotate(45).build());
        for (LayerPlan base : bases) {
            ImagePlan plan = plan(view().build(), JPEG, base);
            assertRefused("MaxRenderRgnPixels", () -> renderer.render(plan));
            assertRefused("MaxRenderRgnPixels", () -> renderer.measure(plan));
        }
        ImagePlan part = plan(
                view().rect(0, 0, 101, 100, 1).build(), JPEG, image(0, fine).build());
        assertRefused("MaxRenderRgnPixels", () -> renderer.render(part));
    }

    @Test
    void turnedLayersAreLimitedWhereverTheyAre() {
        LayerPlan turned = image(1, fine).scale(20).rotate(10).build();
        ImagePlan direct = plan(
                view().wid(99).hei(99).build(), JPEG, color(0, RED, 1000, 1000).build(), turned);
        assertRefused("MaxRenderRgnPixels", () -> renderer.render(direct));
        ImagePlan inside = plan(
                view().wid(99).hei(99).build(),
                JPEG,
                layer(0, nested(color(0, RED, 1000, 1000).build(), turned)).build());
        assertRefused("MaxRenderRgnPixels", () -> renderer.render(inside));
    }

    @Test
    void messagesAreLimitedInEveryFormat() {
        Fixtures.Unbounded terse = fixtures.renderer(new RenderLimits(10_000, 20_000, 10));
        for (ImagePlan plan : List.of(
                small(color(0, RED, 9, 9).build()),
                plan(view().build(), PNG, color(0, RED, 9, 9).build()))) {
            assertRefused("MaxMessageSize", () -> terse.render(plan));
        }
    }
}
