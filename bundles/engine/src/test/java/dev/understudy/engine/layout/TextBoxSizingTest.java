package dev.understudy.engine.layout;

import static dev.understudy.engine.render.RenderPlans.color;
import static dev.understudy.engine.render.RenderPlans.layer;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.render.RenderPlans;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;
import org.junit.jupiter.api.Test;

class TextBoxSizingTest {

    private static final PixelSize CANVAS = new PixelSize(300, 200);

    @Test
    void textThatMakesTheCanvasIsAsWideAsTheReply() {
        assertEquals(
                new PixelSize(250, 0),
                TextBoxSizing.ofCanvas(view().wid(250).hei(20).build()));
        assertEquals(new PixelSize(400, 0), TextBoxSizing.ofCanvas(view().build()));
    }

    @Test
    void aLayerHasTheCanvasFromWhereItIsPlaced() throws ServeException {
        assertRoom(CANVAS, text());
        assertRoom(new PixelSize(200, 100), text().pos(50, 50));
        assertRoom(new PixelSize(200, 100), text().pos(-50, -50));
        assertRoom(new PixelSize(110, 60), text().origin(0, 0).pos(40, 40));
    }

    @Test
    void whatIsPlacedOffTheCanvasIsAtLeastNoLarger() throws ServeException {
        assertRoom(CANVAS, text().pos(400, -400));
        assertRoom(new PixelSize(300, 99), text().origin(400, 0).pos(0, 1));
    }

    @Test
    void textThatFitsIsLeftAsItIs() {
        PixelSize none = PixelSize.NONE;
        assertEquals(none, TextBoxSizing.box(none, new PixelSize(300, 15), CANVAS));
        assertEquals(CANVAS, TextBoxSizing.box(none, new PixelSize(301, 15), CANVAS));
        assertEquals(new PixelSize(500, 200), TextBoxSizing.box(new PixelSize(500, 0), new PixelSize(500, 20), CANVAS));
        assertEquals(none, TextBoxSizing.box(none, new PixelSize(300, 999), new PixelSize(300, 0)));
    }

    private static RenderPlans.LayerBuilder text() {
        return layer(1, new LayerContent.Text("a"));
    }

    private static void assertRoom(PixelSize expected, RenderPlans.LayerBuilder builder) throws ServeException {
        LayerPlan bottom =
                color(0, Color.WHITE, CANVAS.width(), CANVAS.height()).build();
        LayerLayout canvas = Layers.canvas(bottom, CANVAS, false);
        LayerPlan layer = builder.build();
        PixelSize room = TextBoxSizing.above(canvas, layer);
        assertEquals(expected, room);
        Region placed = Layers.above(layer, room, false, canvas).rect();
        if (layer.placement().position().x() <= 50) {
            assertEquals(placed.intersect(canvas.rect()).height(), placed.height());
        }
    }
}
