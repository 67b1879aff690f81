package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.rgbAt;
import static dev.understudy.engine.render.Fixtures.solid;
import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.color;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.layer;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.operation.InvertOperation;
import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.Flip;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Watermarks on images of 100 x 60 pixels; the mark is red and 20 x 20. */
class WatermarkTest {

    private static final Color RED = Color.ofRgb(0xff0000);
    private static final Color BLUE = Color.ofRgb(0x0000ff);

    private final Fixtures fixtures = new Fixtures();

    private static RenderPlans.LayerBuilder mark() {
        return layer(
                1,
                new LayerContent.Nested(
                        plan(view().build(), PNG, color(0, RED, 20, 20).build())));
    }

    private ImagePlan blue() {
        return plan(
                view().build(),
                PNG,
                image(0, fixtures.add("blue", solid(100, 60, 0, 0, 255))).build());
    }

    @Test
    void liesInTheMiddleOrWhereItIsAligned() throws Exception {
        Pixels middle = fixtures.render(blue().withWatermark(mark().build()));
        assertEquals(0xff0000, rgbAt(middle, 40, 20));
        assertEquals(0xff0000, rgbAt(middle, 59, 39));
        assertEquals(0x0000ff, rgbAt(middle, 39, 30));
        Pixels corner = fixtures.render(
                blue().withWatermark(mark().originN(0.5, 0.5).posN(0.5, 0.5).build()));
        assertEquals(0xff0000, rgbAt(corner, 99, 59));
        assertEquals(0xff0000, rgbAt(corner, 80, 40));
        assertEquals(0x0000ff, rgbAt(corner, 79, 59));
    }

    @Test
    void isScaledWithTheImageAndNotSeenBesideIt() throws Exception {
        ImagePlan image = plan(
                view().wid(200).hei(200).bgc(Color.WHITE).build(),
                PNG,
                color(0, BLUE, 100, 60).build());
        Pixels out = fixtures.render(image.withWatermark(mark().sizeN(1, 1).build()));
        assertEquals(200, out.width());
        assertEquals(0xffffff, rgbAt(out, 100, 35));
        assertEquals(0xff0000, rgbAt(out, 100, 42));
        assertEquals(0xff0000, rgbAt(out, 42, 100));
        assertEquals(0x0000ff, rgbAt(out, 38, 100));
    }

    @Test
    void isNeitherTreatedNorFlippedWithTheImage() throws Exception {
        ImagePlan treated = new ImagePlan(
                List.of(color(0, BLUE, 100, 60).origin(0, 0).build()),
                CompositePlan.NONE
                        .withOperations(List.of(new InvertOperation()))
                        .withFlip(new Flip(true, true)),
                view().build(),
                PNG);
        Pixels out = fixtures.render(treated.withWatermark(
                mark().originN(-0.5, -0.5).posN(-0.5, -0.5).build()));
        assertEquals(0xff0000, rgbAt(out, 2, 2));
        assertEquals(0xffff00, rgbAt(out, 30, 2));
    }

    @Test
    void isBlendedWithTheImage() throws Exception {
        Pixels out = fixtures.render(blue().withWatermark(
                        mark().blendMode(BlendMode.SCREEN).opacity(0.5).build()));
        assertEquals(0x8000ff, rgbAt(out, 50, 30), 0x010000);
    }
}
