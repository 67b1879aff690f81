package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.rgbAt;
import static dev.understudy.engine.render.Fixtures.solid;
import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.PNG_ALPHA;
import static dev.understudy.engine.render.RenderPlans.color;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.layer;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.source.SourceKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layers that are blended with those below them. */
class BlendingTest {

    private static final Color BELOW = new Color(200, 100, 40, 255);
    private static final Color ABOVE = new Color(60, 160, 250, 255);
    private static final int PRODUCT = 47 << 16 | 63 << 8 | 39;

    private final Fixtures fixtures = new Fixtures();

    private static LayerPlan below() {
        return color(0, BELOW, 40, 40).build();
    }

    private int blended(LayerPlan above) throws Exception {
        return rgbAt(fixtures.render(plan(view().build(), PNG, below(), above)), 20, 20);
    }

    @Test
    void layersOfEveryKindAreBlended() throws Exception {
        SourceKey key = fixtures.add("a", solid(20, 20, 60, 160, 250));
        LayerContent image = RenderPlans.content(key);
        ImagePlan inner = plan(view().build(), PNG, color(0, ABOVE, 20, 20).build());
        LayerContent text = new LayerContent.Text("XXX", TextAttributes.DEFAULT);
        assertEquals(
                PRODUCT,
                blended(color(1, ABOVE, 20, 20).blendMode(BlendMode.MULT).build()));
        assertEquals(PRODUCT, blended(layer(1, image).blendMode(BlendMode.MULT).build()));
        assertEquals(
                PRODUCT,
                blended(layer(1, new LayerContent.Nested(inner))
                        .blendMode(BlendMode.MULT)
                        .build()));
        int black =
                blended(layer(1, text).size(40, 40).blendMode(BlendMode.SCREEN).build());
        assertEquals(0xc86428, black, "black text on a screen does nothing");
        assertEquals(
                PRODUCT,
                blended(layer(1, image).blendMode(BlendMode.MULT).rotate(30).build()));
    }

    @Test
    void fillsOfALayerAreBlendedWithItAndNotWithEachOther() throws Exception {
        SourceKey key = fixtures.add("a", solid(20, 20, 60, 160, 250));
        LayerPlan above = image(1, key)
                .opacity(0.5)
                .background(Color.WHITE)
                .extend(4, 4, 4, 4)
                .blendMode(BlendMode.MULT)
                .build();
        Pixels out = fixtures.render(plan(view().build(), PNG, below(), above));
        assertEquals(0xc86428, rgbAt(out, 7, 7), "white times a color is the color");
        assertEquals(200 * 157.5 / 255, out.plane(0).at(20, 20), 1);
    }

    @Test
    void opacityIsThatOfTheBlendedColor() throws Exception {
        LayerPlan above =
                color(1, ABOVE, 20, 20).opacity(0.4).blendMode(BlendMode.MULT).build();
        Pixels out = fixtures.render(plan(view().build(), PNG, below(), above));
        assertEquals(0.6 * 200 + 0.4 * 200 * 60 / 255, out.plane(0).at(20, 20), 1);
    }

    @Test
    void whatIsBehindTheCompositeIsNotBlended() throws Exception {
        LayerPlan transparent = color(0, Color.TRANSPARENT, 40, 40).build();
        LayerPlan above = color(1, ABOVE, 20, 20).blendMode(BlendMode.MULT).build();
        ViewPlan onRed = view().bgc(new Color(255, 0, 0, 255)).build();
        Pixels out = fixtures.render(plan(onRed, PNG, transparent, above));
        assertEquals(0x3ca0fa, rgbAt(out, 20, 20), "nothing is below it");
        assertEquals(0xff0000, rgbAt(out, 2, 2));
        CompositePlan half = CompositePlan.NONE.withOpacity(0.5);
        Pixels faded = fixtures.render(new ImagePlan(List.of(transparent, above), half, onRed, PNG));
        assertEquals((60 + 255) / 2.0, faded.plane(0).at(20, 20), 1);
    }

    @Test
    void dissolvedPartsAreThoseOfTheWhole() throws Exception {
        LayerPlan above = color(1, new Color(0, 0, 0, 90), 40, 40)
                .blendMode(BlendMode.DISSOLVE)
                .build();
        Pixels whole = fixtures.render(plan(view().build(), PNG_ALPHA, below(), above));
        Pixels part = fixtures.render(plan(view().rect(10, 5, 20, 20, 1).build(), PNG_ALPHA, below(), above));
        int dissolved = 0;
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 20; x++) {
                assertEquals(rgbAt(whole, 10 + x, 5 + y), rgbAt(part, x, y), x + "," + y);
                dissolved += rgbAt(part, x, y) == 0 ? 1 : 0;
            }
        }
        assertTrue(dissolved > 100 && dissolved < 180, dissolved + " of 400 pixels, a third was due");
    }

    @Test
    void blendingIsCountedAsAnotherCanvas() throws Exception {
        List<Long> asked = new ArrayList<>();
        SourceKey key = fixtures.add("a", solid(300, 300, 60, 160, 250));
        for (BlendMode mode : BlendMode.values()) {
            ImagePlan plan = plan(
                    view().build(),
                    PNG,
                    color(0, BELOW, 300, 300).build(),
                    image(1, key).blendMode(mode).build());
            fixtures.renderer().renderer().render(plan, asked::add);
        }
        for (int i = 1; i < asked.size(); i++) {
            assertEquals(asked.get(0) + 90_000L * CompositeCanvas.BYTES_PER_PIXEL, asked.get(i));
        }
    }
}
