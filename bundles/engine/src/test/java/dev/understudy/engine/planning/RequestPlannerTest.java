package dev.understudy.engine.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.request.DefaultImage;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.ErrorForm.PropertySyntax;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.command.CacheChoice;
import dev.understudy.serve.Freshness;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPlannerTest {

    private final TestCatalogs catalogs = TestCatalogs.sample();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "req=exists, EXISTS, TEXT",
        "'req=exists,json', EXISTS, JSON",
        "'req=exists&wid=undefined&layer=nosuch&src=is{', EXISTS, TEXT",
        "'req=imageprops,javascript&crop=x', IMAGEPROPS, JAVASCRIPT",
        "'req=catalogprops,xml', CATALOGPROPS, XML",
        "'req=userdata', USERDATA, TEXT",
        "'REQ=UserData,XML', USERDATA, XML",
    })
    void typesOfThePathIgnoreAllElse(String query, RequestType type, PropertySyntax syntax) throws ServeException {
        PlannedRequest planned = plan("gallery/bridge", query);
        assertEquals(type, planned.summary().type());
        assertEquals(syntax, planned.summary().form().syntax());
        assertNull(planned.plan());
        assertEquals("bridge", planned.objects().get(0).record().id());
    }

    @Test
    void existenceIsThatOfARecord() throws ServeException {
        assertNull(plan("gallery/nosuch", "req=exists").objects().get(0).record());
        assertEquals(0, plan("", "req=exists").objects().size());
        assertEquals(
                "logo",
                plan("shop/logo", "req=exists").objects().get(0).record().id());
        assertEquals(FailureKind.REQUEST_MALFORMED, failure("gallery/../x", "req=exists"));
    }

    @Test
    void propsAreThoseOfTheImage() throws ServeException {
        PlannedRequest planned = plan("gallery/bridge", "req=props,json&wid=300&handler=onProps&id=7");
        assertEquals(300, planned.plan().view().scaling().width());
        assertEquals(
                new ErrorForm(PropertySyntax.JSON, "onProps", "7", null),
                planned.summary().form());
        assertEquals(FailureKind.PARAMETER_INVALID, failure("gallery/bridge", "req=props&wid=x"));
    }

    @Test
    void resolveTellsTheRequestAsItWasUnderstood() throws ServeException {
        assertEquals(
                "gallery/framed?wid=600&hei=600&bgc=f4f1ea&wid=300&hei=300&layer=1&text=a+b&opac=5",
                plan("gallery/framed", "req=resolve&$t=a+b&$square$&layer=1&text=$t$&opac=5")
                        .resolved()
                        .replace("&req=resolve", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wid=3", "wid=$number$", "layer=1,a&layer=a&src=nosuch", "src=is{x?hei=3}", ""})
    void valid(String query) throws ServeException {
        assertEquals(
                RequestType.VALIDATE,
                plan("gallery/nosuch", "req=validate&" + query).summary().type());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wid=x",
                "layer=a",
                "src=is{x?hei=y}",
                "src=is{x",
                "mask=is(a?src=is{b?crop=1})",
                "fmt=bmp",
                "fmt=png,,zip"
            })
    void invalid(String query) {
        assertNotNull(failure("gallery/bridge", "req=validate&" + query));
    }

    @ParameterizedTest
    @CsvSource({"'',", "/,", "'',''"})
    void theMountAloneAsksWhoIsThere(String path, String query) throws ServeException {
        PlannedRequest planned = plan(path, query);
        assertEquals(RequestType.PROPS, planned.summary().type());
        assertEquals(PropertySyntax.TEXT, planned.summary().form().syntax());
        assertNull(planned.plan());
    }

    /** Errors have the form that was asked for, whatever else is wrong. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    wid=x                                        | IMG   | PLAIN
                    req=props,json&wid=x                         | PROPS | JSON
                    req=props,json&layer=nosuch                  | PROPS | JSON
                    $loop$&req=props,xml                         | PROPS | XML
                    src=is{&req=set,json                         | SET   | JSON
                    req=set,json&src=is{                         | SET   | JSON
                    req=set                                      | SET   | XML
                    req=nosuch,json                              | IMG   | JSON
                    req=nosuch                                   | IMG   | PLAIN
                    req=exists,yaml                              | EXISTS | TEXT
                    req=tmb,json                                 | TMB   | PLAIN
                    template=nosuch&req=userdata,json            | USERDATA | JSON
                    """)
    void summariesOfBrokenRequests(String query, RequestType type, PropertySyntax syntax) {
        RequestSummary summary = TestRequests.summary("gallery/bridge", query, catalogs);
        assertEquals(type, summary.type());
        assertEquals(syntax, summary.form().syntax());
        assertEquals("gallery", summary.catalog().rootId());
    }

    @Test
    void summariesOfBrokenPathsHaveTheirCatalog() {
        RequestSummary summary = TestRequests.summary("shop/../x,y", "req=props,json&handler=f", catalogs);
        assertEquals("shop", summary.catalog().rootId());
        assertEquals("f", summary.form().handler());
        assertTrue(summary.object().isEmpty());
        assertNull(TestRequests.summary("shop/bowl", "req=props,json&handler=alert(1)", catalogs)
                .form()
                .handler());
        assertNotNull(TestRequests.summary("a/".repeat(90_000), "x".repeat(90_000), catalogs));
    }

    @Test
    void theDefaultImageIsTheRequestsElseTheCatalogs() {
        Catalog shop = catalogs.tenant("shop").catalog();
        assertEquals(
                new DefaultImage("to-come", true, shop), summary("shop/x", "").defaultImage());
        DefaultImage logo = new DefaultImage("logo", false, shop);
        assertEquals(logo, summary("shop/x", "defaultImage=logo").defaultImage());
        assertEquals(logo, summary("shop/x", "DEFAULTIMAGE=logo&wid=x").defaultImage());
        assertNull(summary("shop/x", "defaultImage=").defaultImage());
        assertNull(summary("gallery/x", "").defaultImage());
    }

    @Test
    void onlyWhatMakesSenseIsKept() {
        assertEquals(
                Map.of("wid", "300", "qlt", "50,1", "fmt", "png-alpha"),
                summary("shop/x", "wid=300&hei=undefined&qlt=50,1&fmt=png-alpha&crop=1,2,3,4")
                        .kept());
        assertEquals(Map.of("hei", "9"), summary("shop/x", "hei=9&fmt=swf").kept());
        assertEquals(
                Map.of("wid", "400", "hei", "400"),
                summary("shop/x", "$square$&layer=bad").kept());
    }

    @Test
    void modeAndErrorImageAreTheCatalogs() {
        assertFalse(summary("shop/x", "").layerOnly());
        assertFalse(summary("shop/x", "").hasErrorImage());
        catalogs.tenant("shop").set(Attributes.DEFAULT_IMAGE_MODE, 1).set(Attributes.ERROR_IMAGE, "logo");
        assertTrue(summary("shop/x", "").layerOnly());
        assertTrue(summary("shop/x", "").hasErrorImage());
    }

    @Test
    void imagesExpireWithTheFirstOfTheirLayers() throws ServeException {
        catalogs.defaults().set(Attributes.EXPIRATION, Duration.ofHours(10));
        catalogs.tenant("shop").record("bowl").set(RecordFields.EXPIRATION, Duration.ofHours(3));
        catalogs.tenant("gallery").record("bridge").set(RecordFields.EXPIRATION, Duration.ofHours(30));
        assertEquals(
                Freshness.of(Duration.ofHours(30)), plan("gallery/bridge", "").freshness());
        assertEquals(
                Freshness.of(Duration.ofHours(3)),
                plan("gallery/bridge", "layer=1&src=shop/bowl").freshness());
        assertEquals(
                Freshness.of(Duration.ofHours(3)),
                plan("gallery/bridge", "layer=1&src=is{shop/bowl}").freshness());
        assertEquals(
                Freshness.of(Duration.ofHours(10)), plan("gallery/a/file", "").freshness());
        assertEquals(
                Freshness.of(Duration.ofHours(10)),
                plan("gallery", "color=0&size=1,1").freshness());
        assertEquals(Freshness.NO_STORE, plan("gallery/bridge", "cache=off").freshness());
        assertEquals(Freshness.NO_STORE, plan("gallery/bridge", "req=resolve").freshness());
    }

    @Test
    void propertiesExpireAsTheCatalogHasIt() throws ServeException {
        catalogs.tenant("gallery").set(Attributes.NON_IMG_EXPIRATION, Duration.ofMinutes(2));
        assertEquals(
                Freshness.of(Duration.ofMinutes(2)),
                plan("gallery/bridge", "req=props").freshness());
    }

    @Test
    void accessByPathIsNoted() throws ServeException {
        assertFalse(plan("gallery/bridge", "").pathBasedAccess());
        assertTrue(plan("gallery/a/file", "").pathBasedAccess());
        assertTrue(plan("gallery/bridge", "layer=1&src=a/file").pathBasedAccess());
        assertTrue(plan("gallery/bridge", "mask=a/file").pathBasedAccess());
        assertTrue(plan("gallery/bridge", "layer=1&src=is{gallery/bridge?mask=a/file}")
                .pathBasedAccess());
        assertFalse(plan("gallery/bridge", "mask=gallery/bridge").pathBasedAccess());
    }

    @Test
    void cachingIsAsAsked() throws ServeException {
        assertEquals(CacheChoice.ON, plan("gallery/bridge", "").cache());
        assertEquals(
                new CacheChoice(true, CacheChoice.ServerCache.OFF),
                plan("gallery/bridge", "cache=on,off").cache());
    }

    @Test
    void recordsAndSourcesAreListedOnce() throws ServeException {
        PlannedRequest planned = plan("gallery/card", "layer=5&src=bridge&layer=6&src=is{shop/bowl}&mask=");
        assertEquals("[gallery/bridge.jpg, shop/bowl.jpg]", planned.sources().toString());
        assertEquals(3, planned.records().size());
    }

    @Test
    void masksCountForTheReplyAsLayersDo() throws ServeException {
        catalogs.tenant("shop").record("bowl").set(RecordFields.EXPIRATION, Duration.ofMinutes(3));
        for (String mask : List.of("shop/bowl", "is{shop/bowl}", "is{gallery/bridge?mask=shop/bowl}")) {
            for (String layer : List.of("", "layer=1&color=ff0000&", "layer=1&text=a&", "layer=1&src=is{bridge}&")) {
                PlannedRequest planned = plan("gallery/bridge", layer + "mask=" + mask);
                assertEquals(Duration.ofMinutes(3), planned.freshness().maxAge(), layer + mask);
                assertTrue(planned.objectNames().contains("shop/bowl"));
                assertTrue(planned.sources().toString().contains("shop/bowl.jpg"));
            }
        }
    }

    private PlannedRequest plan(String path, String query) throws ServeException {
        return RequestPlanner.plan(TestRequests.read(path, query, catalogs));
    }

    private RequestSummary summary(String path, String query) {
        return TestRequests.summary(path, query, catalogs);
    }

    private FailureKind failure(String path, String query) {
        return assertThrows(ServeException.class, () -> plan(path, query))
                .failure()
                .kind();
    }
}
