package dev.understudy.engine.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerMask;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextAttributes.Sizing;
import dev.understudy.engine.plan.TextAttributes.Wrap;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.engine.request.RawRequest;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.serve.Freshness;
import dev.understudy.source.SourceKey;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandInPlannerTest {

    private final TestCatalogs catalogs = TestCatalogs.sample();
    /** A request that may use everything. */
    private final RawRequest raw = TestRequests.raw("shop/bowl", null, catalogs);

    @Test
    void theDefaultImageKeepsSizeFormatAndQualityOfTheWholeRequest() throws ServeException {
        PlannedRequest standIn = defaultImage("shop/x", "wid=300&hei=200&fmt=png&qlt=9&rotate=5&layer=1&text=a&scl=2");
        assertEquals(List.of("common/default.png"), names(standIn));
        assertEquals(300, standIn.plan().view().scaling().width());
        assertEquals(200, standIn.plan().view().scaling().height());
        assertEquals(0, standIn.plan().view().scaling().scl());
        assertEquals("png", standIn.plan().output().format());
        assertEquals(
                LayerPlan.plain(0, standIn.plan().layers().get(0).content()),
                standIn.plan().layers().get(0));
        assertTrue(standIn.defaultImage(standIn.sources().get(0)).isEmpty());
    }

    @Test
    void theDefaultImageMayBeATemplateOrAFile() throws ServeException {
        catalogs.tenant("gallery").set(Attributes.DEFAULT_IMAGE, "card");
        assertEquals(3, defaultImage("gallery/x", "wid=5").plan().layers().size());
        assertEquals(List.of("shop/a/b.jpg"), names(defaultImage("shop/x", "defaultImage=a/b")));
        catalogs.tenant("gallery").set(Attributes.DEFAULT_IMAGE, "/data/default.png");
        assertEquals(List.of("/data/default.png"), names(defaultImage("gallery/x", null)));
    }

    @Test
    void theDefaultImageOfABrokenRequestIsSoundAllTheSame() throws ServeException {
        PlannedRequest standIn = defaultImage("shop/x", "wid=undefined&hei=7&layer=nosuch&fmt=swf");
        assertEquals(7, standIn.plan().view().scaling().height());
        assertEquals("jpeg", standIn.plan().output().format());
    }

    @Test
    void defaultImagesHaveALifetimeOfTheirOwn() throws ServeException {
        catalogs.defaults().set(Attributes.DEFAULT_EXPIRATION, Duration.ofMinutes(3));
        assertEquals(
                Freshness.of(Duration.ofMinutes(3)),
                defaultImage("shop/x", null).freshnessAsDefaultImage());
        catalogs.defaults().record("to-come").set(RecordFields.EXPIRATION, Duration.ofHours(9));
        assertEquals(
                Freshness.of(Duration.ofHours(9)), defaultImage("shop/x", null).freshnessAsDefaultImage());
    }

    @Test
    void theErrorImageTellsTheErrorInItsOwnSize() throws ServeException {
        catalogs.tenant("gallery")
                .set(Attributes.ERROR_IMAGE, "gallery/on-error")
                .record(
                        "on-error",
                        "",
                        "$error.message=none&layer=0&color=ffffff&size=300,300&wid=150"
                                + "&layer=1&text=$error.message$",
                        "");
        String message = "'wid=5&x' is 100% wrong: $error.title$\n\0\t";
        PlannedRequest standIn = StandInPlanner.errorImage(
                TestRequests.summary("gallery/../x", "wid=999&hei=50&fmt=gif&qlt=3&layer=bad", catalogs),
                TestRequests.raw("", null, catalogs),
                Map.of("error.message", message, "error.title", "Title"));
        assertEquals(
                new LayerContent.Text(
                        "'wid=5&x' is 100% wrong: $error.title$\n  ",
                        TextAttributes.DEFAULT.with(Sizing.WHOLE, Wrap.WRAP), TextFonts.BUILT_IN.tolerant()),
                standIn.plan().layers().get(1).content());
        assertEquals(150, standIn.plan().view().scaling().width());
        assertEquals(50, standIn.plan().view().scaling().height());
        assertEquals("gif", standIn.plan().output().format());
    }

    @Test
    void theErrorImageOfATooLargeRequestIsOfNoSuchSize() throws ServeException {
        catalogs.tenant("gallery")
                .set(Attributes.ERROR_IMAGE, "bridge")
                .set(Attributes.MAX_PIX, new PixelSize(500, 400));
        ImagePlan plan = StandInPlanner.errorImage(
                        TestRequests.summary("gallery/x", "wid=501&hei=400", catalogs),
                        TestRequests.raw("", null, catalogs),
                        Map.of())
                .plan();
        assertEquals(0, plan.view().scaling().width());
        assertEquals(400, plan.view().scaling().height());
    }

    @Test
    void thumbnailsAndStandInsMayBeNoLargerThanOtherReplies() throws ServeException {
        PixelSize limit = new PixelSize(500, 400);
        catalogs.tenant("shop").set(Attributes.MAX_PIX, limit).set(Attributes.ERROR_IMAGE, "gallery/bridge");
        assertEquals(
                limit, defaultImage("shop/x", "wid=600").plan().view().limits().maxPix());
        assertEquals(
                limit, defaultImage("shop/x", "req=tmb").plan().view().limits().maxPix());
        assertEquals(
                limit,
                StandInPlanner.errorImage(
                                TestRequests.summary("shop/x", "", catalogs),
                                TestRequests.raw("", null, catalogs),
                                Map.of())
                        .plan()
                        .view()
                        .limits()
                        .maxPix());
        ImagePlan thumbnail = RequestPlanner.plan(TestRequests.read("shop/bowl", "req=tmb", catalogs))
                .plan();
        assertEquals(limit, thumbnail.view().limits().maxPix());
    }

    @Test
    void standInsForThumbnailsAreAsLargeAsThose() throws ServeException {
        catalogs.tenant("shop").set(Attributes.ERROR_IMAGE, "gallery/bridge");
        ImagePlan standIn = defaultImage("shop/x", "req=tmb").plan();
        assertEquals(new PixelSize(100, 100), size(standIn));
        assertEquals(
                new PixelSize(30, 100),
                size(defaultImage("shop/x", "req=tmb&wid=30").plan()));
        assertEquals(new PixelSize(100, 100), size(errorImage("shop/x", "req=tmb")));
        assertEquals(new PixelSize(30, 100), size(errorImage("shop/x", "req=tmb&wid=30")));
        assertEquals(new PixelSize(0, 0), size(errorImage("shop/x", "")));
    }

    @Test
    void standInsHaveThePixelsOfDenseScreens() throws ServeException {
        catalogs.tenant("shop").set(Attributes.ERROR_IMAGE, "gallery/bridge");
        assertEquals(
                new PixelSize(600, 0),
                size(defaultImage("shop/x", "wid=300&dpr=on,2").plan()));
        assertEquals(new PixelSize(600, 0), size(errorImage("shop/x", "wid=300&dpr=on,2")));
        assertEquals(new PixelSize(1500, 0), size(errorImage("shop/x", "wid=1500&dpr=on,2")));
        assertEquals(new PixelSize(0, 0), size(errorImage("shop/x", "wid=2001&dpr=on,2")));
    }

    @Test
    void allTextOfAnErrorImageCanBeRead() throws ServeException {
        catalogs.tenant("shop")
                .set(Attributes.ERROR_IMAGE, "shop/told")
                .record(
                        "told",
                        "",
                        "size=9,9&text=a&layer=1&text=b&textAttr=72,norm,maxRes,noWrap&size=5,5"
                                + "&layer=2&text=c&textAttr=72,norm,fixedRes,noWrap&size=5,5"
                                + "&layer=3&text=d&textAttr=72,norm,autoRes,noWrap&size=5,5"
                                + "&layer=4&text=e&textAttr=72,norm,autoRes,noWrap&size=5,0"
                                + "&layer=5&src=is{?size=9,9&text=f}",
                        "");
        List<LayerPlan> layers = errorImage("shop/x", "").layers();
        assertEquals(
                List.of("WHOLE WRAP", "WHOLE NONE", "WHOLE WRAP", "AUTO NONE", "WHOLE WRAP"),
                layers.stream()
                        .limit(5)
                        .map(LayerPlan::content)
                        .map(StandInPlannerTest::sizing)
                        .toList());
        LayerContent.Nested nested =
                assertInstanceOf(LayerContent.Nested.class, layers.get(5).content());
        assertEquals("WHOLE WRAP", sizing(nested.plan().layers().get(0).content()));
    }

    private static String sizing(LayerContent content) {
        TextAttributes attributes =
                assertInstanceOf(LayerContent.Text.class, content).attributes();
        return attributes.sizing() + " " + attributes.wrap();
    }

    @Test
    void anErrorImageShowsNoEndlessWords() throws ServeException {
        catalogs.tenant("shop").set(Attributes.ERROR_IMAGE, "shop/told").record("told", "", "text=$error.message$", "");
        ImagePlan plan = StandInPlanner.errorImage(
                        TestRequests.summary("shop/x", "", catalogs),
                        TestRequests.raw("", null, catalogs),
                        Map.of("error.message", "x".repeat(50_000)))
                .plan();
        LayerContent.Text text =
                assertInstanceOf(LayerContent.Text.class, plan.layers().get(0).content());
        assertEquals("x".repeat(1000) + "…", text.text());
    }

    private ImagePlan errorImage(String path, String query) throws ServeException {
        return StandInPlanner.errorImage(
                        TestRequests.summary(path, query, catalogs), TestRequests.raw("", null, catalogs), Map.of())
                .plan();
    }

    private static PixelSize size(ImagePlan plan) {
        return new PixelSize(
                plan.view().scaling().width(), plan.view().scaling().height());
    }

    @Test
    void aLayersImageIsReplacedAndItsCommandsStay() throws ServeException {
        PlannedRequest planned = RequestPlanner.plan(
                TestRequests.read("shop/bowl", "wid=9&layer=1&src=gallery/bridge&crop=1,2,3,4&pos=5,6", catalogs));
        SourceKey missing = planned.sources().get(1);
        PlannedRequest mended = StandInPlanner.substitute(planned, missing, raw).orElseThrow();

        assertEquals(List.of("shop/bowl.jpg", "common/default.png"), names(mended));
        LayerPlan before = planned.plan().layers().get(1);
        LayerPlan after = mended.plan().layers().get(1);
        assertEquals(before, after.withContent(before.content()));
        assertEquals(planned.plan().view(), mended.plan().view());
        assertEquals(planned.plan().layers().get(0), mended.plan().layers().get(0));
    }

    @Test
    void aStandInIsTriedOnce() throws ServeException {
        PlannedRequest planned = RequestPlanner.plan(TestRequests.read("shop/bowl", "", catalogs));
        PlannedRequest mended = StandInPlanner.substitute(
                        planned, planned.sources().get(0), raw)
                .orElseThrow();
        SourceKey standIn = mended.sources().get(0);
        assertTrue(mended.defaultImage(standIn).isEmpty());
        assertTrue(StandInPlanner.substitute(mended, standIn, raw).isEmpty());
        assertTrue(StandInPlanner.substitute(
                        RequestPlanner.plan(TestRequests.read("shop/bowl", "defaultImage=", catalogs)), standIn, raw)
                .isEmpty());
    }

    @Test
    void imagesInNestedRequestsAndMasksAreReplacedToo() throws ServeException {
        PlannedRequest planned = RequestPlanner.plan(
                TestRequests.read("shop", "src=is{gallery/bridge?wid=5}&layer=1&src=bowl&mask=m.png", catalogs));
        PlannedRequest once = StandInPlanner.substitute(
                        planned, planned.sources().get(0), raw)
                .orElseThrow();
        PlannedRequest twice =
                StandInPlanner.substitute(once, planned.sources().get(2), raw).orElseThrow();
        assertEquals(List.of("common/default.png"), names(twice));
    }

    @Test
    void whatIsMissingInANestedMaskCountsForTheLayerThatItShapes() throws ServeException {
        PlannedRequest planned = RequestPlanner.plan(TestRequests.read(
                "shop/bowl", "layer=1&color=ff0000&mask=is{gallery/bridge?wid=5}&maskUse=invert", catalogs));
        assertEquals(List.of("shop/bowl.jpg", "gallery/bridge.jpg"), names(planned));
        ImagePlan mended = StandInPlanner.substitute(planned, planned.sources().get(1), raw)
                .orElseThrow()
                .plan();
        LayerPlan replaced = mended.layers().get(1);
        assertEquals(LayerMask.OWN, replaced.mask());
        assertInstanceOf(LayerContent.Image.class, replaced.content());
        assertEquals(planned.plan().layers().get(0), mended.layers().get(0));
    }

    @Test
    void aDefaultImageWithCommandsOfItsOwnIsNested() throws ServeException {
        catalogs.defaults().record("to-come", "common/default.png", "crop=1,1,5,5&wid=20&fmt=png", "");
        PlannedRequest planned = RequestPlanner.plan(TestRequests.read("shop/bowl", "", catalogs));
        ImagePlan mended = StandInPlanner.substitute(planned, planned.sources().get(0), raw)
                .orElseThrow()
                .plan();
        LayerContent.Nested nested = assertInstanceOf(
                LayerContent.Nested.class, mended.layers().get(0).content());
        assertEquals(20, nested.plan().view().scaling().width());
        assertEquals("jpeg", mended.output().format());
    }

    @Test
    void whatAnAttributeNamesIsLookedUpInTheCatalogThatSaysIt() throws ServeException {
        catalogs.defaults()
                .set(Attributes.ROOT_PATH, "common")
                .set(Attributes.DEFAULT_IMAGE, "none.png")
                .set(Attributes.ERROR_IMAGE, "error.png")
                .record("seen", "of-all.png");
        catalogs.tenant("gallery").record("none.png", "other.png").record("seen", "of-gallery.png");
        assertEquals(List.of("common/none.png"), names(defaultImage("gallery/x", null)));
        assertEquals("common/error.png", firstFile(errorImage("gallery/x", "")));
        PlannedRequest planned =
                RequestPlanner.plan(TestRequests.read("gallery/bridge", "layer=1&src=bridge", catalogs));
        PlannedRequest mended = StandInPlanner.substitute(
                        planned, planned.sources().get(0), raw)
                .orElseThrow();
        assertEquals(List.of("common/none.png"), names(mended));

        catalogs.defaults().set(Attributes.DEFAULT_IMAGE, "seen").set(Attributes.ERROR_IMAGE, "seen");
        assertEquals(List.of("common/of-all.png"), names(defaultImage("gallery/x", null)));
        assertEquals("common/of-all.png", firstFile(errorImage("gallery/x", "")));
        catalogs.tenant("gallery").set(Attributes.DEFAULT_IMAGE, "seen").set(Attributes.ERROR_IMAGE, "here.png");
        assertEquals(List.of("gallery/of-gallery.png"), names(defaultImage("gallery/x", null)));
        assertEquals("gallery/here.png", firstFile(errorImage("gallery/x", "")));
        assertEquals(List.of("gallery/none.jpg"), names(defaultImage("gallery/x", "defaultImage=none")));
    }

    private static String firstFile(ImagePlan plan) {
        return PlanSources.of(plan).get(0).toString();
    }

    private PlannedRequest defaultImage(String path, String query) throws ServeException {
        RequestSummary summary = TestRequests.summary(path, query, catalogs);
        return StandInPlanner.defaultImage(summary, summary.defaultImage(), TestRequests.raw(path, query, catalogs));
    }

    private static List<String> names(PlannedRequest planned) {
        return planned.sources().stream().map(SourceKey::toString).toList();
    }
}
