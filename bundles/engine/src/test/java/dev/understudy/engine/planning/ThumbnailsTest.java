package dev.understudy.engine.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.plan.Fit;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.PixelSize;
import dev.understudy.testkit.catalog.TestCatalogs;
import org.junit.jupiter.api.Test;

class ThumbnailsTest {

    private final TestCatalogs catalogs = TestCatalogs.sample();

    ThumbnailsTest() {
        catalogs.tenant("gallery")
                .set(Attributes.DEFAULT_THUMB_PIX, new PixelSize(80, 60))
                .set(Attributes.THUMB_BKG_COLOR, Color.ofRgb(0x102030))
                .set(Attributes.THUMB_HORIZ_ALIGN, 1)
                .set(Attributes.THUMB_VERT_ALIGN, 3);
    }

    @Test
    void fittedIntoTheCatalogsRectangle() throws ServeException {
        ViewPlan view = plan("").view();
        assertEquals(80, view.scaling().width());
        assertEquals(60, view.scaling().height());
        assertEquals(Fit.FIT, view.scaling().fit().fit());
        assertEquals(-1, view.align().x());
        assertEquals(1, view.align().y());
        assertEquals(Color.ofRgb(0x102030), view.background());
        assertEquals(PixelSize.NONE, view.limits().defaultPix());
    }

    @Test
    void theRequestsSizeAndColorPrevail() throws ServeException {
        ViewPlan view = plan("&wid=64&hei=32&bgc=ffffff").view();
        assertEquals(64, view.scaling().width());
        assertEquals(32, view.scaling().height());
        assertEquals(Color.WHITE, view.background());
    }

    @Test
    void croppedWhereTheRecordSaysSo() throws ServeException {
        catalogs.tenant("gallery").record("bridge").set(RecordFields.THUMB_TYPE, 1);
        assertEquals(Fit.CROP, plan("").view().scaling().fit().fit());
    }

    @Test
    void texturesAreScaledByTheirResolutions() throws ServeException {
        catalogs.tenant("gallery")
                .record("bridge")
                .set(RecordFields.THUMB_TYPE, 3)
                .set(RecordFields.THUMB_RES, 25.0)
                .set(RecordFields.RESOLUTION, 100.0);
        assertEquals(0.25, plan("").layers().get(0).transform().scale());
        assertEquals(1, plan("").view().scaling().scl());
        assertEquals(0.5, plan("&res=50").layers().get(0).transform().scale());
    }

    @Test
    void otherLayersLieOnACanvasOfTheRectangle() throws ServeException {
        ImagePlan plan = plan("&layer=1&text=new&pos=3,3");
        LayerContent.Nested base =
                assertInstanceOf(LayerContent.Nested.class, plan.layers().get(0).content());
        assertEquals(80, base.plan().view().scaling().width());
        assertEquals(60, base.plan().view().scaling().height());
        assertEquals(2, plan.layers().size());
    }

    @Test
    void aSizeForLayerZeroIsFilledWhole() throws ServeException {
        ImagePlan plan = plan("&size=200,100");
        LayerContent.Nested base =
                assertInstanceOf(LayerContent.Nested.class, plan.layers().get(0).content());
        assertEquals(200, base.plan().view().scaling().width());
        assertEquals(100, base.plan().view().scaling().height());
        assertEquals(80, plan.view().scaling().width());
    }

    private ImagePlan plan(String more) throws ServeException {
        return RequestPlanner.plan(TestRequests.read("gallery/bridge", "req=tmb" + more, catalogs))
                .plan();
    }
}
