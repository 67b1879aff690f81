package dev.understudy.engine.render;

import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.color;
import static dev.understudy.engine.render.RenderPlans.layer;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.operation.GrowOperation;
import dev.understudy.engine.plan.Blending;
import dev.understudy.engine.plan.EffectPlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.engine.plan.Perspective;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.engine.plan.TextShape;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Raised text stands above the box of its layer, whose rows are 20 to 79 of 100 here. */
class TextBeyondItsLayerTest {

    private static final Color YELLOW = Color.ofRgb(0xffff00);

    private final Fixtures fixtures = new Fixtures();

    private static RenderPlans.LayerBuilder raised(TextDialect dialect) {
        LayerContent.Text text = new LayerContent.Text(
                "\\fs40 HH{\\up40 HH}",
                dialect,
                List.of(),
                TextAttributes.DEFAULT,
                TextFonts.BUILT_IN,
                new TextShape.InBox(0, false));
        return layer(1, text).size(200, 60);
    }

    private Pixels render(RenderPlans.LayerBuilder text) throws ServeException {
        fixtures.renderer()
                .render(plan(
                        view().build(), PNG, color(0, Color.WHITE, 200, 100).build(), text.build()));
        return fixtures.last();
    }

    private static int darkAbove(Pixels image, int end) {
        int dark = 0;
        for (int y = 0; y < end; y++) {
            for (int x = 0; x < image.width(); x++) {
                dark += image.plane(0).at(x, y) < 100 ? 1 : 0;
            }
        }
        return dark;
    }

    @Test
    void textOfPhotoshopIsSeenThere() throws Exception {
        assertTrue(darkAbove(render(raised(TextDialect.TEXT_PS)), 20) > 50);
        assertEquals(0, darkAbove(render(raised(TextDialect.TEXT)), 20));
    }

    @Test
    void extendHasItEndAtTheBox() throws Exception {
        assertEquals(0, darkAbove(render(raised(TextDialect.TEXT_PS).extend(0, 0, 0, 0)), 20));
    }

    @Test
    void theBackgroundEndsAtTheBox() throws Exception {
        Pixels image = render(raised(TextDialect.TEXT_PS).background(YELLOW));
        assertTrue(darkAbove(image, 20) > 50);
        assertEquals(255, image.plane(2).at(199, 19));
        assertEquals(0, image.plane(2).at(199, 20));
    }

    @Test
    void turnedLayersShowItAsWell() throws Exception {
        Pixels image = render(raised(TextDialect.TEXT_PS).rotate(180));
        int below = darkAbove(image, 100) - darkAbove(image, 80);
        assertTrue(below > 50, "dark pixels below: " + below);
    }

    @Test
    void layersAtAnAngleShowItAsWell() throws Exception {
        int turned = darkAbove(render(raised(TextDialect.TEXT_PS).rotate(10)), 100);
        int level = darkAbove(render(raised(TextDialect.TEXT_PS)), 100);
        assertEquals(level, turned, level * 0.12);
    }

    @Test
    void layersInPerspectiveShowItAsWell() throws Exception {
        // the left side is as high as the box, the right side half as high
        Pixels image = render(raised(TextDialect.TEXT_PS)
                .perspective(Perspective.Resampling.SUPERSAMPLED, 0, 20, 200, 35, 200, 65, 0, 80));
        assertTrue(darkAbove(image, 20) > 20, "above: " + darkAbove(image, 20));
    }

    @Test
    void anExtremePerspectiveIsDrawnWithoutWhatLiesNearTheHorizon() throws Exception {
        Pixels image = render(raised(TextDialect.TEXT_PS)
                .perspective(Perspective.Resampling.BILINEAR, 90, 30, 110, 30, 200, 100, 0, 100));
        assertEquals(0, darkAbove(image, 5));
        assertTrue(darkAbove(image, 100) > 0);
    }

    @Test
    void effectsGoOnBeyondTheBox() throws Exception {
        Pixels image = render(raised(TextDialect.TEXT_PS)
                .effects(new EffectPlan(
                        -1,
                        new Color(255, 0, 0, 255),
                        MaskUse.NORM,
                        new Point(0, -3, false),
                        Blending.PLAIN,
                        true,
                        List.of())));
        int red = 0;
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 200; x++) {
                red += image.plane(0).at(x, y) > 150 && image.plane(1).at(x, y) < 100 ? 1 : 0;
            }
        }
        assertTrue(red > 30, "red pixels above: " + red);
    }

    @Test
    void operationsGoOnBeyondTheInk() throws Exception {
        Pixels plain = render(raised(TextDialect.TEXT_PS));
        Pixels grown = render(raised(TextDialect.TEXT_PS).operations(new GrowOperation(4)));
        int top = firstDarkRow(plain);
        assertTrue(top > 4, "the test needs room above: " + top);
        assertEquals(top - 4, firstDarkRow(grown));
    }

    private static int firstDarkRow(Pixels image) {
        int row = 0;
        while (darkAbove(image, row + 1) == 0) {
            row++;
        }
        return row;
    }
}
