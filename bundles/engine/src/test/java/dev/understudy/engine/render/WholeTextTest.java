package dev.understudy.engine.render;

import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.color;
import static dev.understudy.engine.render.RenderPlans.layer;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextAttributes.Sizing;
import dev.understudy.engine.plan.TextAttributes.Wrap;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.engine.plan.TextShape;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts of errors are seen to their last letter, which is red here. */
class WholeTextTest {

    private static final TextAttributes WHOLE = TextAttributes.DEFAULT.with(Sizing.WHOLE, Wrap.WRAP);
    private static final String LONG = text("The file of the image does not exist, nor does anything else. ".repeat(9));

    private final Fixtures fixtures = new Fixtures();

    private static String text(String message) {
        return "{\\colortbl;\\red255\\green0\\blue0;}" + message + "\\cf1 MM";
    }

    @Test
    void insideOfTheLayersSize() throws ServeException {
        assertEquals(0, redOf(TextAttributes.DEFAULT));
        assertTrue(redOf(WHOLE) > 3);
    }

    private int redOf(TextAttributes attributes) throws ServeException {
        return red(render(layer(0, new LayerContent.Text(LONG, attributes)).size(200, 60)));
    }

    @Test
    void withoutASizeInsideOfTheCanvas() throws ServeException {
        RenderPlans.LayerBuilder canvas = color(0, Color.WHITE, 300, 200);
        RenderPlans.LayerBuilder below = layer(1, new LayerContent.Text(LONG, WHOLE));
        assertTrue(red(render(canvas, below)) > 3);
        assertTrue(red(render(canvas, below.origin(0, 0).pos(-100, -50))) > 3);
        RenderPlans.LayerBuilder oneLine = layer(1, new LayerContent.Text(text("Image not found "), WHOLE));
        RenderPlans.LayerBuilder asEver =
                layer(1, new LayerContent.Text(text("Image not found "), TextAttributes.DEFAULT));
        assertEquals(red(render(canvas, asEver)), red(render(canvas, oneLine)));
    }

    @Test
    void aroundAPointOrElseInsideOfTheCanvas() throws ServeException {
        RenderPlans.LayerBuilder canvas = color(0, Color.WHITE, 300, 200);
        assertTrue(red(render(canvas, aroundPoint(LONG, WHOLE))) > 3);
        String line = text("Not found ");
        assertEquals(
                red(render(canvas, aroundPoint(line, TextAttributes.DEFAULT))),
                red(render(canvas, aroundPoint(line, WHOLE))));
    }

    private static RenderPlans.LayerBuilder aroundPoint(String text, TextAttributes attributes) {
        return layer(
                1,
                new LayerContent.Text(
                        text, TextDialect.TEXT_PS, List.of(), attributes, TextFonts.BUILT_IN, TextShape.AROUND_POINT));
    }

    @Test
    void aTextThatIsTheCanvasIsNotOneEndlessLine() throws ServeException {
        Pixels image = render(layer(0, new LayerContent.Text(LONG, WHOLE)));
        assertEquals(400, image.width());
        assertTrue(red(image) > 3);
    }

    @Test
    void aLongNameWithoutSpacesToo() throws ServeException {
        String name = text("shop/" + "a_very_long_name".repeat(30));
        assertTrue(red(render(layer(0, new LayerContent.Text(name, WHOLE)).size(100, 40))) > 1);
    }

    private Pixels render(RenderPlans.LayerBuilder... layers) throws ServeException {
        fixtures.renderer()
                .render(plan(
                        view().build(),
                        PNG,
                        Arrays.stream(layers)
                                .map(RenderPlans.LayerBuilder::build)
                                .toArray(LayerPlan[]::new)));
        return fixtures.last();
    }

    private static int red(Pixels pixels) {
        int red = 0;
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                red += pixels.plane(0).at(x, y) - pixels.plane(1).at(x, y) > 40 ? 1 : 0;
            }
        }
        return red;
    }
}
