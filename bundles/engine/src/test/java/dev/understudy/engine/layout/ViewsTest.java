package dev.understudy.engine.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.Fit;
import dev.understudy.engine.plan.Flip;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.engine.render.RenderPlans;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes of replies and places in them, as the pages of wid, hei, scl, fit, align, rgn and rect have them. */
class ViewsTest {

    private static ViewLayout view(RenderPlans.ViewBuilder view, int width, int height) throws ServeException {
        return view(view.build(), width, height);
    }

    private static ViewLayout view(ViewPlan view, int width, int height) throws ServeException {
        return Views.view(
                view,
                CompositePlan.NONE,
                new Region(0, 0, width, height),
                new PixelLimit(1_000_000_000L, "MaxRenderRgnPixels"));
    }

    private static String shown(ViewLayout layout, int width, int height) {
        Box box = layout.toReply().bounds(new Box(0, 0, width, height));
        return layout.reply().width() + "x" + layout.reply().height() + " "
                + Math.round(box.left()) + "," + Math.round(box.top()) + " "
                + Math.round(box.width()) + "x" + Math.round(box.height());
    }

    /** A composite of 400 x 200: the reply's size, where the composite begins in it, and how large it is there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        100 | 100 | FIT       | true  | 100x100 0,25 100x50
        100 | 100 | CONSTRAIN | true  | 100x50 0,0 100x50
        100 | 100 | CROP      | true  | 100x100 -50,0 200x100
        100 | 100 | WRAP      | true  | 200x100 0,0 200x100
        100 | 100 | STRETCH   | true  | 100x100 0,0 100x100
        100 | 100 | HFIT      | true  | 100x100 0,25 100x50
        100 | 100 | VFIT      | true  | 100x100 -50,0 200x100
        800 | 600 | FIT       | true  | 800x600 0,100 800x400
        800 | 600 | FIT       | false | 800x600 200,200 400x200
        800 | 600 | CONSTRAIN | false | 400x200 0,0 400x200
        800 | 600 | CONSTRAIN | true  | 800x400 0,0 800x400
        800 | 600 | CROP      | false | 800x600 200,200 400x200
        800 | 600 | STRETCH   | false | 800x600 200,200 400x200
        800 | 100 | STRETCH   | false | 800x100 200,0 400x100
        800 | 100 | WRAP      | false | 400x200 0,0 400x200
        100 | 0   | FIT       | true  | 100x50 0,0 100x50
        0   | 100 | FIT       | true  | 200x100 0,0 200x100
        800 | 0   | FIT       | true  | 800x400 0,0 800x400
        800 | 0   | CONSTRAIN | false | 400x200 0,0 400x200
        1   | 0   | FIT       | true  | 1x1 0,0 1x1
        0   | 0   | FIT       | true  | 400x200 0,0 400x200
        """)
    void fits(int wid, int hei, Fit fit, boolean upscale, String expected) throws Exception {
        assertEquals(expected, shown(view(RenderPlans.view().wid(wid).hei(hei).fit(fit, upscale), 400, 200), 400, 200));
    }

    static Stream<Arguments> sizes() {
        return Stream.of(Fit.FIT, Fit.CONSTRAIN, Fit.CROP, Fit.WRAP, Fit.STRETCH)
                .flatMap(fit -> Stream.of(1, 7, 99, 333, 1000).map(wid -> Arguments.of(fit, wid)));
    }

    /** Never one pixel off: exact sizes are exact, sides that decide the scale are exact, others on the right side of it. */
    @ParameterizedTest
    @MethodSource("sizes")
    void areNeverOffByOne(Fit fit, int wid) throws Exception {
        for (int width = 1; width < 700; width += 31) {
            for (int height = 1; height < 500; height += 37) {
                int hei = 1 + (wid * 7 + width) % 640;
                PixelSize reply = view(RenderPlans.view().wid(wid).hei(hei).fit(fit, true), width, height)
                        .reply();
                String message = fit + " " + width + "x" + height + " into " + wid + "x" + hei + ": " + reply;
                if (fit == Fit.CONSTRAIN) {
                    assertTrue(reply.width() <= wid && reply.height() <= hei, message);
                    assertTrue(reply.width() == wid || reply.height() == hei, message);
                } else if (fit == Fit.WRAP) {
                    assertTrue(reply.width() >= wid && reply.height() >= hei, message);
                    assertTrue(reply.width() == wid || reply.height() == hei, message);
                } else {
                    assertEquals(new PixelSize(wid, hei), reply, message);
                }
            }
        }
    }

    @Test
    void sclScalesAndWidAndHeiCutOrPad() throws Exception {
        assertEquals("200x100 0,0 200x100", shown(view(RenderPlans.view().scl(2), 400, 200), 400, 200));
        assertEquals("800x400 0,0 800x400", shown(view(RenderPlans.view().scl(0.5), 400, 200), 400, 200));
        assertEquals(
                "50x120 -75,10 200x100",
                shown(view(RenderPlans.view().scl(2).wid(50).hei(120), 400, 200), 400, 200));
        assertEquals(
                "50x100 0,0 200x100",
                shown(view(RenderPlans.view().scl(2).wid(50).align(-1, 0), 400, 200), 400, 200));
    }

    @Test
    void alignPutsTheImageToTheSides() throws Exception {
        RenderPlans.ViewBuilder view = RenderPlans.view().wid(100).hei(100);
        assertEquals("100x100 0,0 100x50", shown(view(view.align(0, -1), 400, 200), 400, 200));
        assertEquals("100x100 0,50 100x50", shown(view(view.align(0, 1), 400, 200), 400, 200));
        RenderPlans.ViewBuilder crop = view.fit(Fit.CROP, true);
        assertEquals("100x100 0,0 200x100", shown(view(crop.align(-1, 0), 400, 200), 400, 200));
        assertEquals("100x100 -100,0 200x100", shown(view(crop.align(1, 0), 400, 200), 400, 200));
    }

    @Test
    void defaultPixOnlyReducesAndOnlyWhenNoSizeIsGiven() throws Exception {
        assertEquals("100x50 0,0 100x50", shown(view(RenderPlans.view().defaultPix(100, 100), 400, 200), 400, 200));
        assertEquals("400x200 0,0 400x200", shown(view(RenderPlans.view().defaultPix(900, 900), 400, 200), 400, 200));
        assertEquals("80x40 0,0 80x40", shown(view(RenderPlans.view().defaultPix(0, 40), 400, 200), 400, 200));
        assertEquals(
                "400x200 0,0 400x200",
                shown(view(RenderPlans.view().defaultPix(9, 9).scl(1), 400, 200), 400, 200));
        assertEquals(
                "300x150 0,0 300x150",
                shown(view(RenderPlans.view().defaultPix(9, 9).wid(300), 400, 200), 400, 200));
    }

    /** The reference's page on dpr: the largest reply counts, and the proportions stay. */
    @Test
    void aPixelRatioGoesAsFarAsTheLargestReply() throws Exception {
        RenderPlans.ViewBuilder limited = RenderPlans.view().maxPix(300, 120);
        assertEquals("100x50 0,0 100x50", enlarged(limited.wid(100), 1));
        assertEquals("200x100 0,0 200x100", enlarged(limited.wid(100), 2));
        assertEquals("240x120 0,0 240x120", enlarged(limited.wid(100), 3));
        assertEquals("240x120 0,0 240x120", enlarged(limited.wid(100).hei(50), 4));
        RenderPlans.ViewBuilder scaled = RenderPlans.view().maxPix(300, 300).scl(4);
        assertEquals("200x100 0,0 200x100", enlarged(scaled, 2));
        assertEquals("300x150 0,0 300x150", enlarged(scaled, 4));
        assertEquals(
                "300x150 0,0 300x150",
                enlarged(RenderPlans.view().maxPix(300, 300).defaultPix(100, 0), 4));
        assertEquals("100x50 0,0 100x50", enlarged(RenderPlans.view().wid(100), 1));
        assertEquals("800x400 0,0 800x400", enlarged(RenderPlans.view().wid(100), 8));
    }

    /** The example on the reference's page on dpr gives no size. */
    @Test
    void aPixelRatioEnlargesACompositeOfItsOwnSize() throws Exception {
        assertEquals("800x400 0,0 800x400", enlarged(RenderPlans.view(), 2));
        assertEquals("200x100 0,0 200x100", enlarged(RenderPlans.view(), 0.5));
        assertEquals("800x400 0,0 800x400", enlarged(RenderPlans.view().defaultPix(900, 900), 2));
        assertEquals("600x300 0,0 600x300", enlarged(RenderPlans.view().defaultPix(300, 300), 2));
        assertEquals("500x250 0,0 500x250", enlarged(RenderPlans.view().maxPix(500, 500), 2));
        assertThrows(ServeException.class, () -> enlarged(RenderPlans.view().maxPix(300, 300), 2));
    }

    @Test
    void aPartOfAnEnlargedViewGoesAsFarToo() throws Exception {
        RenderPlans.ViewBuilder part =
                RenderPlans.view().wid(100).maxPix(60, 60).rect(10, 4, 30, 20, 1);
        assertEquals("60x40 -20,-8 200x100", enlarged(part, 2));
        assertEquals("60x40 -20,-8 200x100", enlarged(part, 4));
    }

    @Test
    void anEnormousRatioKeepsTheProportions() throws Exception {
        RenderPlans.ViewBuilder limited = RenderPlans.view().maxPix(300, 300);
        assertEquals("300x150 0,0 300x150", enlarged(limited.wid(10), 1e9));
        assertEquals("300x60 90,0 120x60", enlarged(limited.hei(2), Double.MAX_VALUE));
        RenderPlans.ViewBuilder part =
                RenderPlans.view().wid(1000).maxPix(60, 60).rect(100, 40, 30, 20, 1);
        assertEquals("60x40 -200,-80 2000x1000", enlarged(part, 1e300));
        assertThrows(
                ServeException.class,
                () -> enlarged(RenderPlans.view().maxPix(300, 300).scl(1e-300), Double.MAX_VALUE));
    }

    @Test
    void whatIsTooLargeWithoutARatioStaysSo() {
        ViewPlan large = RenderPlans.view().maxPix(90, 90).wid(100).build().enlarged(2);
        assertThrows(ServeException.class, () -> view(large, 400, 200));
    }

    private static String enlarged(RenderPlans.ViewBuilder view, double ratio) throws Exception {
        return shown(view(view.build().enlarged(ratio), 400, 200), 400, 200);
    }

    @Test
    void aRegionTakesTheCompositesPlace() throws Exception {
        assertEquals(
                "100x50 -100,-40 400x200", shown(view(RenderPlans.view().rgn(100, 40, 100, 50), 400, 200), 400, 200));
        assertEquals(
                "50x25 -50,-20 200x100",
                shown(view(RenderPlans.view().rgn(100, 40, 100, 50).wid(50), 400, 200), 400, 200));
        // wid and hei wider than the region: more of the composite is seen beside it
        assertEquals(
                "200x50 -50,-40 400x200",
                shown(view(RenderPlans.view().rgn(100, 40, 100, 50).wid(200).hei(50), 400, 200), 400, 200));
        assertEquals("30x30 10,10 400x200", shown(view(RenderPlans.view().rgn(-10, -10, 30, 30), 400, 200), 400, 200));
    }

    /** With scl= alone, a region is cut out of the scaled composite: whatever its place, the pixels are the same. */
    @ParameterizedTest
    @ValueSource(doubles = {3, 7, 2.5, 1.1, 0.7, 1})
    void aRegionAtAScaleIsThatPartOfTheWhole(double scl) throws Exception {
        ViewLayout whole = view(RenderPlans.view().scl(scl), 401, 200);
        for (int x = 0; x < 401; x += 13) {
            for (int length : new int[] {1, 50, 401 - x}) {
                ViewLayout part = view(
                        RenderPlans.view()
                                .rgn(x, 0, Math.min(length, 401 - x), 200)
                                .scl(scl),
                        401,
                        200);
                double from = whole.toReply().tx() - part.toReply().tx();
                assertEquals(whole.toReply().xx(), part.toReply().xx());
                assertEquals(Math.rint(from), from);
                assertEquals(x / scl, from, 1);
                assertTrue(from >= 0
                        && from + part.reply().width() <= whole.reply().width());
                assertEquals(Math.min(length, 401 - x) / scl, part.reply().width(), length / scl < 0.5 ? 1 : 0.5);
            }
        }
    }

    @Test
    void aRegionBeyondTheCompositeKeepsItsPlace() throws Exception {
        assertEquals(
                "10x67 4,0 133x67",
                shown(view(RenderPlans.view().rgn(-12, 0, 30, 200).scl(3), 400, 200), 400, 200));
        assertEquals(
                "10x67 -130,0 133x67",
                shown(view(RenderPlans.view().rgn(390, 0, 30, 200).scl(3), 400, 200), 400, 200));
    }

    @Test
    void aRectIsCutFromTheFinishedView() throws Exception {
        assertEquals(
                "30x20 -10,-5 100x50",
                shown(view(RenderPlans.view().wid(100).rect(10, 5, 30, 20, 1), 400, 200), 400, 200));
        assertEquals(
                "30x20 -10,-5 200x100",
                shown(view(RenderPlans.view().wid(100).rect(10, 5, 30, 20, 2), 400, 200), 400, 200));
        assertEquals(
                "10x10 -10,-5 100x50",
                shown(view(RenderPlans.view().wid(100).maxPix(20, 20).rect(10, 5, 10, 10, 1), 400, 200), 400, 200));
    }

    /** What is not in the view is not in a rect of it either, though it is in the composite. */
    @Test
    void aRectShowsNothingBeyondTheView() throws Exception {
        ViewLayout cut = view(RenderPlans.view().rgn(100, 0, 100, 100).rect(-10, 20, 300, 200, 2), 400, 200);
        assertEquals(
                new Region(10, -20, 200, 200), cut.toReply().bounds(cut.edges()).pixels());
        ViewLayout cropped = view(RenderPlans.view().scl(1).hei(50).rect(0, 30, 400, 100, 1), 400, 200);
        assertEquals(
                new Region(0, -30, 400, 50),
                cropped.toReply().bounds(cropped.edges()).pixels());
    }

    @Test
    void theCompositeIsFlippedInItself() throws Exception {
        ViewLayout layout = Views.view(
                RenderPlans.view().rgn(0, 0, 100, 200).build(),
                CompositePlan.NONE.withFlip(new Flip(true, false)),
                new Region(0, 0, 400, 200),
                PixelLimit.NONE);
        assertEquals(99.5, layout.toReply().x(300.5, 0));
        assertEquals(0.5, layout.toReply().x(399.5, 0));
    }

    @Test
    void hugeAndTinyScalesAreRefusedOrOnePixel() throws Exception {
        assertEquals(
                new PixelSize(1, 1),
                view(RenderPlans.view().scl(1e300), 400, 200).reply());
        ServeException thrown =
                assertThrows(ServeException.class, () -> view(RenderPlans.view().scl(1e-300), 400, 200));
        assertTrue(thrown.failure().message().contains("MaxRenderRgnPixels"));
        assertThrows(ServeException.class, () -> view(RenderPlans.view().wid(Integer.MAX_VALUE), 400, 200));
    }
}
