package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.plane;
import static dev.understudy.engine.render.Fixtures.solid;
import static dev.understudy.engine.render.RenderPlans.PNG_ALPHA;
import static dev.understudy.engine.render.RenderPlans.color;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.layer;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.operation.GrowMaskOperation;
import dev.understudy.engine.operation.InvertOperation;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import dev.understudy.source.SourceKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layers in the shape of masks. The mask of most is half white, half black; the image's alpha is 200 above, 0 below. */
class MasksTest {

    private static final Color RED = Color.ofRgb(0xff0000);
    private static final Color BLACK = Color.ofRgb(0x000000);
    private static final Color WHITE = Color.WHITE;

    private final Fixtures fixtures = new Fixtures();
    private final SourceKey opaque = fixtures.add("opaque", solid(20, 20, 10, 20, 30));
    private final SourceKey cutout =
            fixtures.add("cutout", solid(20, 20, 10, 20, 30).withAlpha(plane(20, 20, (x, y) -> y < 10 ? 200 : 0)));
    private final SourceKey half =
            fixtures.add("half", Fixtures.pixels(Samples.GRAY, null, plane(20, 20, (x, y) -> x < 10 ? 255 : 0)));

    private Pixels render(LayerPlan layer) throws Exception {
        fixtures.renderer().render(plan(view().build(), PNG_ALPHA, layer));
        return fixtures.last();
    }

    /** The opacity left above, right above, left below, right below. */
    private List<Integer> corners(LayerPlan layer) throws Exception {
        Pixels out = render(layer);
        int right = out.width() - 3;
        int low = out.height() - 3;
        return List.of(
                out.alpha().at(2, 2),
                out.alpha().at(right, 2),
                out.alpha().at(2, low),
                out.alpha().at(right, low));
    }

    private static LayerContent nested(LayerPlan... layers) {
        return new LayerContent.Nested(plan(view().build(), PNG_ALPHA, layers));
    }

    @Test
    void theAlphaOfAnImageIsUsedAsMaskUseSays() throws Exception {
        assertEquals(List.of(200, 200, 0, 0), corners(image(0, cutout).build()));
        assertEquals(
                List.of(55, 55, 255, 255),
                corners(image(0, cutout).maskUse(MaskUse.INVERT).build()));
        assertEquals(
                List.of(255, 255, 255, 255),
                corners(image(0, cutout).maskUse(MaskUse.OFF).build()));
    }

    @Test
    void whatAMaskHidKeepsItsColor() throws Exception {
        for (MaskUse use : List.of(MaskUse.INVERT, MaskUse.OFF)) {
            Pixels out = render(image(0, cutout).maskUse(use).size(10, 10).build());
            assertEquals(20, out.plane(1).at(5, 8), use.name());
        }
        assertEquals(
                20,
                render(image(0, cutout).mask(half).size(10, 10).build())
                        .plane(1)
                        .at(2, 8));
    }

    @Test
    void colorsThatAFileHasMultipliedByTheirOpacityLieOnBlackWithoutIt() throws Exception {
        fixtures.multiplied.add("cutout");
        Pixels off = render(image(0, cutout).maskUse(MaskUse.OFF).build());
        assertEquals(
                List.of(255, 255, 255, 255),
                corners(image(0, cutout).maskUse(MaskUse.OFF).build()));
        assertEquals(16, off.plane(1).at(2, 2));
        assertEquals(0, off.plane(1).at(2, 17));
        assertEquals(20, render(image(0, cutout).build()).plane(1).at(2, 2));
        assertEquals(
                0,
                render(image(0, cutout).maskUse(MaskUse.INVERT).build())
                        .plane(1)
                        .at(2, 17));
    }

    @Test
    void anImageWithoutAMaskIsHiddenWhenThatIsInverted() throws Exception {
        assertEquals(
                List.of(0, 0, 0, 0),
                corners(image(0, opaque).maskUse(MaskUse.INVERT).build()));
        assertEquals(
                List.of(255, 255, 255, 255),
                corners(image(0, opaque).maskUse(MaskUse.OFF).build()));
    }

    @Test
    void aSeparateMaskReplacesTheAlpha() throws Exception {
        assertEquals(
                List.of(255, 0, 255, 0), corners(image(0, cutout).mask(half).build()));
        assertEquals(
                List.of(0, 255, 0, 255),
                corners(image(0, cutout).mask(half).maskUse(MaskUse.INVERT).build()));
    }

    @Test
    void aMaskWithAlphaIsThatAlpha() throws Exception {
        assertEquals(
                List.of(200, 200, 0, 0), corners(image(0, opaque).mask(cutout).build()));
    }

    @Test
    void aMaskedColorHasTheSizeOfItsMaskAndIsScaledLikeAnImage() throws Exception {
        LayerContent red = new LayerContent.Solid(new Color(255, 0, 0, 100));
        assertEquals(List.of(100, 0, 100, 0), corners(layer(0, red).mask(half).build()));
        assertEquals(
                List.of(0, 100, 0, 100),
                corners(layer(0, red).mask(half).maskUse(MaskUse.INVERT).build()));
        assertEquals(
                List.of(100, 100, 100, 100),
                corners(layer(0, red).mask(half).maskUse(MaskUse.OFF).build()));
        Pixels scaled = render(layer(0, red).mask(half).scale(3).build());
        assertEquals(60, scaled.width());
        assertEquals(100, scaled.alpha().at(25, 55));
        assertEquals(0, scaled.alpha().at(35, 5));
        Pixels fitted =
                render(layer(0, red).mask(half).size(40, 0).crop(0, 0, 20, 10).build());
        assertEquals(20, fitted.height());
        Pixels turned = render(layer(0, red).mask(half).rotate(90).build());
        assertEquals(100, turned.alpha().at(15, 2));
        assertEquals(0, turned.alpha().at(15, 17));
    }

    @Test
    void aColorWithoutAMaskIsHiddenWhenThatIsInverted() throws Exception {
        assertEquals(
                List.of(0, 0, 0, 0),
                corners(color(0, RED, 20, 20).maskUse(MaskUse.INVERT).build()));
        assertEquals(
                List.of(255, 255, 255, 255),
                corners(color(0, RED, 20, 20).maskUse(MaskUse.OFF).build()));
    }

    @Test
    void textIsWhereTheMaskAndTheLettersAre() throws Exception {
        LayerContent text = new LayerContent.Text("MMMMMM", TextAttributes.DEFAULT);
        Pixels whole = render(layer(0, text).build());
        Pixels masked = render(layer(0, text).mask(half).build());
        Pixels inverted =
                render(layer(0, text).mask(half).maskUse(MaskUse.INVERT).build());
        int inked = 0;
        for (int y = 0; y < whole.height(); y++) {
            for (int x = 0; x < whole.width(); x++) {
                int sum = masked.alpha().at(x, y) + inverted.alpha().at(x, y);
                assertEquals(whole.alpha().at(x, y), sum, 1, x + "," + y);
                inked += whole.alpha().at(x, y) > 0 ? 1 : 0;
            }
        }
        assertTrue(inked > 50, inked + " pixels of ink");
        assertEquals(0, masked.alpha().at(whole.width() - 4, whole.height() / 2));
    }

    @Test
    void nestedImagesAreMaskedToo() throws Exception {
        LayerContent inner = nested(image(0, cutout).build());
        assertEquals(List.of(200, 200, 0, 0), corners(layer(0, inner).build()));
        assertEquals(List.of(255, 0, 255, 0), corners(layer(0, inner).mask(half).build()));
        assertEquals(
                List.of(55, 55, 255, 255),
                corners(layer(0, inner).maskUse(MaskUse.INVERT).build()));
        assertEquals(
                List.of(255, 255, 255, 255),
                corners(layer(0, inner).maskUse(MaskUse.OFF).build()));
        LayerContent whole = nested(image(0, opaque).build());
        assertEquals(
                List.of(0, 0, 0, 0),
                corners(layer(0, whole).maskUse(MaskUse.INVERT).build()));
    }

    @Test
    void anOpaqueNestedMaskIsItsLightnessAndAnotherOneItsAlpha() throws Exception {
        List<Integer> left = List.of(255, 0, 255, 0);
        assertEquals(
                left,
                corners(image(0, opaque).mask(nested(image(0, half).build())).build()));
        assertEquals(
                List.of(0, 255, 0, 255),
                corners(image(0, opaque)
                        .mask(nested(
                                image(0, half).operations(new InvertOperation()).build()))
                        .build()));
        LayerPlan stripe = color(1, WHITE, 10, 20).origin(0, 0).posN(-0.5, -0.5).build();
        assertEquals(
                left,
                corners(image(0, opaque)
                        .mask(nested(color(0, BLACK, 20, 20).build(), stripe))
                        .build()));
        LayerPlan dark = color(1, BLACK, 10, 20).origin(0, 0).posN(-0.5, -0.5).build();
        assertEquals(
                left,
                corners(image(0, opaque)
                        .mask(nested(color(0, Color.TRANSPARENT, 20, 20).build(), dark))
                        .build()));
        assertEquals(
                left,
                corners(image(0, opaque)
                        .mask(nested(
                                color(0, Color.TRANSPARENT, 20, 20)
                                        .background(BLACK)
                                        .build(),
                                stripe))
                        .build()));
    }

    @Test
    void aViewThatItsImageDoesNotFillIsNoOpaqueMask() throws Exception {
        LayerContent wide = new LayerContent.Nested(plan(
                view().wid(40).hei(20).build(),
                PNG_ALPHA,
                color(0, BLACK, 20, 20).build()));
        assertEquals(List.of(0, 0, 0, 0), corners(image(0, opaque).mask(wide).build()));
        Pixels out = render(image(0, opaque).mask(wide).build());
        assertEquals(255, out.alpha().at(10, 10));
    }

    @Test
    void masksOfEveryKindGrow() throws Exception {
        for (LayerPlan layer : List.of(
                image(0, opaque)
                        .mask(half)
                        .operations(new GrowMaskOperation(4, true))
                        .build(),
                image(0, opaque)
                        .mask(nested(image(0, half).build()))
                        .operations(new GrowMaskOperation(4, true))
                        .build(),
                layer(0, new LayerContent.Solid(RED))
                        .mask(half)
                        .operations(new GrowMaskOperation(4, true))
                        .build())) {
            Pixels out = render(layer);
            assertEquals(255, out.alpha().at(13, 5));
            assertEquals(0, out.alpha().at(14, 5));
        }
    }

    @Test
    void fillsAreNotMasked() throws Exception {
        Pixels out = render(image(0, opaque).mask(half).fill(RED).build());
        assertEquals(255, out.plane(0).at(15, 5));
        assertEquals(10, out.plane(0).at(5, 5));
        assertEquals(
                List.of(255, 128, 255, 128),
                corners(image(0, opaque)
                        .mask(half)
                        .background(new Color(0, 0, 0, 128))
                        .build()));
    }

    @Test
    void nestedMasksAreCountedAndReadOnceHoweverDeep() throws Exception {
        LayerContent mask = nested(image(0, half).build());
        for (int depth = 0; depth < 20; depth++) {
            mask = nested(layer(0, new LayerContent.Solid(RED)).mask(mask).build());
        }
        ImagePlan plan = plan(
                view().build(),
                PNG_ALPHA,
                layer(0, new LayerContent.Solid(RED)).mask(mask).build());
        List<Long> asked = new ArrayList<>();
        fixtures.renderer().renderer().render(plan, asked::add);
        assertEquals(1, fixtures.opened.size());
        assertTrue(asked.get(0) > 20 * 20 * 20 * 4, asked + " bytes");
        assertEquals(255, fixtures.last().alpha().at(2, 2));
    }
}
