package dev.understudy.engine.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.render.RenderPlans;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;
import dev.understudy.source.SourceKey;
import org.junit.jupiter.api.Test;

/** Where layers come to lie, as the pages on layer transforms and layer placement have it. */
class LayersTest {

    private static final PixelSize CONTENT = new PixelSize(200, 100);
    private static final LayerContent IMAGE = RenderPlans.content(new SourceKey(SourceKey.Kind.IMAGE, "", "a", true));

    private static RenderPlans.LayerBuilder layer() {
        return RenderPlans.layer(1, IMAGE);
    }

    private static LayerLayout bottom(RenderPlans.LayerBuilder layer) throws ServeException {
        return Layers.canvas(layer.build(), CONTENT, true);
    }

    private static LayerLayout above(RenderPlans.LayerBuilder layer) throws ServeException {
        return Layers.above(layer.build(), CONTENT, true, bottom(layer().size(1000, 600)));
    }

    private static void assertMaps(LayerLayout layout, double x, double y, double toX, double toY) {
        assertEquals(toX, layout.toCanvas().x(x, y), 1e-9);
        assertEquals(toY, layout.toCanvas().y(x, y), 1e-9);
    }

    @Test
    void theImageIsTheCanvas() throws Exception {
        LayerLayout layout = bottom(layer());
        assertEquals(new Region(0, 0, 200, 100), layout.rect());
        assertEquals(new Region(0, 0, 200, 100), layout.clip());
        assertMaps(layout, 3, 4, 3, 4);
    }

    @Test
    void sizeKeepsTheAspectRatioAndMayLeaveOneSideFree() throws Exception {
        assertEquals(new Region(0, 0, 400, 200), bottom(layer().size(400, 0)).rect());
        assertEquals(new Region(0, 0, 100, 50), bottom(layer().size(0, 50)).rect());
        assertEquals(
                new Region(0, 0, 200, 100), bottom(layer().size(0, 0).scale(1)).rect());
        assertEquals(80, above(layer().size(80, 80)).rect().width());
        assertEquals(40, above(layer().size(80, 80)).rect().height());
    }

    @Test
    void aFullSizeOfLayerZeroIsTheCanvasWithTheImageInItsMiddle() throws Exception {
        LayerLayout layout = bottom(layer().size(400, 400));
        assertEquals(new Region(0, 0, 400, 400), layout.rect());
        assertMaps(layout, 0, 0, 0, 100);
        assertMaps(layout, 200, 100, 400, 300);
        assertEquals(-50, layout.box().top());
    }

    @Test
    void normalizedSizesReferToTheCanvas() throws Exception {
        assertEquals(500, above(layer().sizeN(0.5, 0)).rect().width());
        assertEquals(300, above(layer().sizeN(0, 0.5)).rect().height());
    }

    @Test
    void cropsAreInPixelsOrParts() throws Exception {
        LayerLayout pixels = bottom(layer().crop(10, 20, 50, 30).scale(2));
        assertEquals(new Region(10, 20, 50, 30), pixels.clip());
        assertEquals(new Region(0, 0, 100, 60), pixels.rect());
        assertMaps(pixels, 10, 20, 0, 0);
        assertEquals(
                new Region(20, 0, 160, 80),
                bottom(layer().cropN(0.1, 0, 0.8, 0.8)).clip());
    }

    @Test
    void aCropBeyondTheImageAddsRoom() throws Exception {
        LayerLayout layout = bottom(layer().crop(-20, -10, 240, 120));
        assertEquals(new Region(0, 0, 240, 120), layout.rect());
        assertEquals(new Region(0, 0, 200, 100), layout.clip());
        assertEquals(new Box(-20, -10, 220, 110), layout.box());
        assertMaps(layout, 0, 0, 20, 10);
        assertTrue(bottom(layer().crop(500, 500, 10, 10)).clip().isEmpty());
        LayerLayout far = bottom(layer().crop(Integer.MAX_VALUE, Integer.MIN_VALUE, 10, 20));
        assertTrue(far.clip().isEmpty());
        assertEquals(new Region(0, 0, 10, 20), far.rect());
    }

    @Test
    void turningEnlargesTheLayerAroundTheImage() throws Exception {
        LayerLayout quarter = bottom(layer().rotate(90));
        assertEquals(new Region(0, 0, 100, 200), quarter.rect());
        assertMaps(quarter, 0, 0, 100, 0);
        assertMaps(quarter, 200, 100, 0, 200);
        LayerLayout slanted = bottom(layer().rotate(45));
        int side = (int) Math.ceil((200 + 100) * Math.sqrt(0.5));
        assertEquals(new Region(0, 0, side, side), slanted.rect());
        assertMaps(slanted, 100, 50, side / 2.0, side / 2.0);
    }

    @Test
    void flipsComeBeforeTurns() throws Exception {
        LayerLayout layout = bottom(layer().flip(true, false).rotate(90));
        // the upper left corner goes to the upper right, then to the lower right
        assertMaps(layout, 0, 0, 100, 200);
        assertMaps(layout, 200, 0, 100, 0);
    }

    @Test
    void marginsAreAddedAfterTurningAndMayCut() throws Exception {
        LayerLayout layout = bottom(layer().rotate(90).extend(5, 10, 15, 20));
        assertEquals(new Region(0, 0, 120, 230), layout.rect());
        assertMaps(layout, 0, 0, 105, 10);
        assertEquals(
                new Region(0, 0, 300, 200),
                bottom(layer().extendN(0.5, 1, 0, 0)).rect());
        LayerLayout cut = bottom(layer().extend(-50, -20, -50, -20));
        assertEquals(new Region(0, 0, 100, 60), cut.rect());
        assertMaps(cut, 50, 20, 0, 0);
        assertThrows(ServeException.class, () -> bottom(layer().extend(-200, 0, 0, 0)));
        assertTrue(above(layer().extend(-300, 0, 0, 0)).rect().isEmpty());
    }

    @Test
    void layersMeetAtTheirOrigins() throws Exception {
        assertEquals(new Region(400, 250, 200, 100), above(layer()).rect());
        assertEquals(new Region(410, 245, 200, 100), above(layer().pos(10, -5)).rect());
        assertEquals(
                new Region(900, 550, 200, 100), above(layer().posN(0.5, 0.5)).rect());
        assertEquals(
                new Region(500, 300, 200, 100),
                above(layer().originN(-0.5, -0.5)).rect());
        assertEquals(
                new Region(490, 280, 200, 100), above(layer().origin(10, 20)).rect());
    }

    @Test
    void theAnchorIsTurnedWithTheImageAndBecomesTheOrigin() throws Exception {
        assertEquals(
                new Region(490, 280, 200, 100), above(layer().anchor(10, 20)).rect());
        // 10,20 of the image is 80,10 of the image turned by 90 degrees
        assertEquals(
                new Region(420, 290, 100, 200),
                above(layer().anchor(10, 20).rotate(90)).rect());
        assertEquals(
                new Region(310, 280, 200, 100),
                above(layer().anchor(10, 20).flip(true, false)).rect());
        assertEquals(
                new Region(480, 260, 400, 200),
                above(layer().anchor(10, 20).scale(2)).rect());
        assertEquals(
                new Region(495, 285, 200, 100),
                above(layer().anchor(10, 20).origin(5, 15)).rect());
    }

    @Test
    void valuesWithoutBoundsNeitherOverflowNorPass() throws Exception {
        assertTrue(above(layer().pos(1e300, -1e300))
                .rect()
                .intersect(new Region(0, 0, 1000, 600))
                .isEmpty());
        assertThrows(ServeException.class, () -> bottom(layer().scale(1e12)));
        assertThrows(ServeException.class, () -> bottom(layer().size(1e9, 0)));
        assertThrows(ServeException.class, () -> bottom(layer().crop(0, 0, 1e300, 1)));
        assertEquals(new Region(0, 0, 1, 1), bottom(layer().scale(1e-12)).rect());
    }
}
