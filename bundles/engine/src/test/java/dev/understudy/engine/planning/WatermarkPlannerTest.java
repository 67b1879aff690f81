package dev.understudy.engine.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.plan.Blending;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.Opacity;
import dev.understudy.engine.plan.PlanKey;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample catalogs; gallery has the watermark 'mark'. */
class WatermarkPlannerTest {

    private final TestCatalogs catalogs = TestCatalogs.sample();

    WatermarkPlannerTest() {
        mark("");
        catalogs.tenant("gallery").set(Attributes.WATERMARK, "mark");
    }

    private void mark(String modifier) {
        catalogs.tenant("gallery").record("mark", "mark.png", modifier, "");
    }

    private PlannedRequest planned(String path, String query) throws ServeException {
        return RequestPlanner.plan(TestRequests.read(path, query, catalogs));
    }

    private LayerPlan watermark(String modifier) throws ServeException {
        mark(modifier);
        return planned("gallery/bridge", "").image().watermark();
    }

    private static ImagePlan inner(LayerPlan watermark) {
        return ((LayerContent.Nested) watermark.content()).plan();
    }

    @Test
    void imagesBearTheWatermarkOfTheirCatalog() throws ServeException {
        LayerPlan watermark = watermark("");
        assertEquals(new Point(0, 0, true), watermark.placement().origin());
        assertEquals(new Point(0, 0, true), watermark.placement().position());
        assertNull(watermark.transform().size());
        assertEquals(Blending.PLAIN, watermark.blending());
        assertTrue(inner(watermark).view().isWhole());
        assertFalse(planned("gallery/bridge", "").image().isPlain());
        assertNull(planned("shop/bowl", "").image().watermark());
    }

    @Test
    void onlyImagesDo() throws ServeException {
        for (String type : List.of("tmb", "mask")) {
            assertNull(planned("gallery/bridge", "req=" + type).image().watermark(), type);
        }
        for (String type : List.of("img", "tile", "props")) {
            assertNotNull(planned("gallery/bridge", "req=" + type).image().watermark(), type);
        }
        ImagePlan around = planned("shop", "src=is{gallery/bridge}").image();
        assertNull(around.watermark());
        assertNull(
                ((LayerContent.Nested) around.layers().get(0).content()).plan().watermark());
    }

    @Test
    void whatIsSaidToTheWholeIsAboutTheWatermark() throws ServeException {
        LayerPlan watermark = watermark("sizeN=0.9,0.9&opac=20&blendMode=mult&align=1,-1&wid=10&fmt=png&op_invert=1");
        assertEquals(new Point(0.9, 0.9, true), watermark.transform().size());
        assertEquals(new Blending(BlendMode.MULT, new Opacity(0.2, 1)), watermark.blending());
        assertEquals(new Point(0.5, -0.5, true), watermark.placement().origin());
        assertEquals(new Point(0.5, -0.5, true), watermark.placement().position());
        ImagePlan image = inner(watermark);
        assertEquals(1, image.composite().opacity());
        assertNull(image.layers().get(0).transform().size());
        assertTrue(image.view().isWhole());
        assertEquals(1, image.composite().operations().size());
        LayerPlan same = watermark("layer=0&sizeN=0.9,0.9&opac=20&blendMode=mult&layer=comp&align=1,-1&op_invert=1");
        assertEquals(watermark, same);
    }

    @Test
    void sizesInPixelsAndOtherLayersAreTheWatermarksOwn() throws ServeException {
        LayerPlan watermark = watermark("size=50,50&layer=1&text=a&sizeN=0.5,0.5&opac=50");
        assertNull(watermark.transform().size());
        assertEquals(
                new Point(50, 50, false),
                inner(watermark).layers().get(0).transform().size());
        assertEquals(
                new Point(0.5, 0.5, true),
                inner(watermark).layers().get(1).transform().size());
        assertEquals(Blending.PLAIN, watermark.blending());
    }

    /** A plain color has no proportions that it would have to keep. */
    @Test
    void aPlainColorFillsASizeRelativeToTheImage() throws ServeException {
        catalogs.tenant("gallery").record("mark", "", "color=ff0000&sizeN=0.5,0.25&opac=50&align=0,1&wid=9", "");
        LayerPlan watermark = planned("gallery/bridge", "").image().watermark();
        assertNotNull(watermark);
        assertEquals(new LayerContent.Solid(Color.ofRgb(0xff0000)), watermark.content());
        assertEquals(new Point(0.5, 0.25, true), watermark.transform().size());
        assertEquals(new Opacity(0.5, 1), watermark.blending().opacity());
        for (String more : List.of("&flip=lr", "&layer=1&text=a", "&effect=-1&color=0,0,0", "&color=nothing")) {
            catalogs.tenant("gallery").record("mark", "", "color=ff0000&sizeN=0.5,0.25" + more, "");
            assertThrows(ServeException.class, () -> planned("gallery/bridge", ""), more);
        }
    }

    @Test
    void anEmptyAttributeIsNoneAndAnInheritedOneIsOfTheDefaultCatalog() throws ServeException {
        catalogs.defaults().set(Attributes.WATERMARK, "stamp").record("stamp", "stamp.png", "opac=5", "");
        assertTrue(planned("shop/bowl", "").sources().toString().contains("stamp.png"));
        catalogs.tenant("shop").set(Attributes.WATERMARK, "");
        assertNull(planned("shop/bowl", "").image().watermark());
    }

    @Test
    void theReplyDependsOnTheWatermark() throws ServeException {
        String before = PlanKey.of(planned("gallery/bridge", "").image(), "1");
        mark("opac=7");
        catalogs.tenant("gallery").record("mark").set(RecordFields.EXPIRATION, Duration.ofMinutes(3));
        PlannedRequest after = planned("gallery/bridge", "");
        assertNotEquals(before, PlanKey.of(after.image(), "1"));
        assertEquals(Duration.ofMinutes(3), after.freshness().maxAge());
        assertTrue(after.objectNames().contains("gallery/mark"));
        assertEquals("[gallery/bridge.jpg, gallery/mark.png]", after.sources().toString());
    }

    @Test
    void withoutItsWatermarkThereIsNoImage() throws ServeException {
        catalogs.tenant("gallery").set(Attributes.WATERMARK, "nosuch");
        ServeException none = assertThrows(ServeException.class, () -> planned("gallery/bridge", ""));
        assertEquals(FailureKind.SOURCE_MISSING, none.failure().kind());
        catalogs.tenant("gallery").set(Attributes.WATERMARK, "mark");
        mark("opac=101");
        assertThrows(ServeException.class, () -> planned("gallery/bridge", ""));
        mark("");
        PlannedRequest planned = planned("gallery/bridge", "");
        assertTrue(planned.defaultImage(planned.sources().get(1)).isEmpty(), "no default image in its place");
    }
}
