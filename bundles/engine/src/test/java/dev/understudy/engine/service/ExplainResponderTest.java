package dev.understudy.engine.service;

import static dev.understudy.engine.service.EngineSetup.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.render.MemoryBudget;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.FailureKind.AllowedStandIn;
import dev.understudy.failure.ServeException;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Samples;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainResponderTest {

    private final WorkScheduler scheduler = EngineSetup.gate();
    private final TestCatalogs catalogs = TestCatalogs.sample();

    @BeforeEach
    void allow() {
        catalogs.tenant("gallery").set(Attributes.ALLOW_EXPLAIN, true);
        catalogs.tenant("shop").set(Attributes.ALLOW_EXPLAIN, true);
    }

    @Test
    void onlyCatalogsThatAllowItAreExplained() {
        Reply refused = explain("strict/known", "req=explain", false);
        assertEquals("request.refused", text(refused));
        assertTrue(text(explain("strict/known", "req=explain", true)).contains("known.jpg"));
        assertEquals("request.refused", text(explain("strict/known", "wid=0&req=explain", false)));
    }

    @Test
    void aValueIsToldWithWhoSaidItAndWhatItOverrides() {
        String told = text(explain("gallery/framed", "$square$&wid=50&req=explain", false));
        assertContains(
                told,
                "{\"of\":\"request\",\"command\":\"wid\",\"value\":\"50\",\"from\":\"request\",\"overrides\":["
                        + "{\"command\":\"wid\",\"value\":\"600\",\"from\":\"catalog::Modifier of gallery/framed\"},"
                        + "{\"command\":\"wid\",\"value\":\"300\",\"from\":\"macro $square$ in request\"}]}");
        assertContains(told, "\"command\":\"hei\",\"value\":\"300\",\"from\":\"macro $square$ in request\"");
        assertContains(
                told, "\"command\":\"bgc\",\"value\":\"f4f1ea\",\"from\":\"catalog::Modifier of gallery/framed\"");
    }

    @Test
    void variablesAreToldAsWrittenAndAsFilledIn() {
        String told = text(explain("gallery/card", "$title=Ahoy&req=explain", false));
        assertContains(told, "{\"of\":\"layer 2\",\"command\":\"text\",\"value\":\"Ahoy\",\"written\":\"$title$\",");
    }

    @Test
    void attributesAreToldWithThePlaceWhereTheyAreWritten() {
        String told = text(explain("shop/bowl", "req=explain", false));
        assertContains(told, "{\"attribute\":\"DefaultImage\",\"value\":\"to-come\",\"from\":\"shop.ini\"}");
        assertContains(told, "{\"attribute\":\"DefaultExt\",\"value\":\".jpg\",\"from\":\".ini\"}");
        assertFalse(told.contains("\"attribute\":\"MaxPix\""), told);
    }

    @Test
    void urlsAreToldWithoutTheirSecrets() {
        catalogs.tenant("shop").set(Attributes.ROOT_URL, "https://me:secret@files.example/a?token=secret");
        String told = text(explain("shop/bowl", "req=explain", false));
        assertContains(told, "{\"attribute\":\"RootUrl\",\"value\":\"https://***@files.example/a?***\",");
    }

    @Test
    void sourcesAreToldWithTheirState() {
        String layers = text(explain("gallery", "layer=1&src=bridge&layer=0&src=folder/deep&req=explain", false));
        assertContains(layers, "{\"file\":\"gallery/bridge.jpg\",\"format\":\"jpeg\",\"width\":40,\"height\":30,");
        assertContains(layers, "{\"file\":\"gallery/deep.jpg\",\"failure\":{\"code\":\"source.missing\",");
    }

    @Test
    void fontsThatTextsCanNeedAreTold() {
        catalogs.tenant("gallery").font("Lobster", false, false, "fonts/lobster.ttf");
        String told = text(explain("gallery", "size=9,9&text=Ahoy&req=explain", false));
        assertContains(told, "\"fonts\":[{\"font\":\"Lobster\",\"file\":\"fonts/lobster.ttf\"}]");
        assertFalse(text(explain("gallery/bridge", "req=explain", false)).contains("\"fonts\""));
    }

    @Test
    void profilesThatImagesCanNeedAreTold() {
        assertFalse(text(explain("gallery/bridge", "req=explain", false)).contains("\"profiles\""));
        catalogs.tenant("gallery").profile("Wide", "icc/wide.icc").set(Attributes.ICC_PROFILE_SRC_RGB, "Wide");
        assertContains(
                text(explain("gallery/bridge", "req=explain", false)), "\"profiles\":[\"gallery/icc/wide.icc\"]");
    }

    @Test
    void theOutcomeAndItsStandInAreTold() {
        String good = text(explain("gallery/bridge", "req=explain", false));
        assertContains(
                good, "\"outcome\":{\"type\":\"image/test\",\"bytes\":1,\"cache\":\"UNDEFINED\",\"sources\":[]}");
        String missing = text(explain("shop/bowl", "src=folder/deep&req=explain", false));
        assertContains(missing, "\"outcome\":{\"code\":\"source.missing\"");
        assertContains(missing, "\"now\":{\"failure\":\"source.missing\",\"answer\":\"default-image to-come\"");
    }

    @Test
    void aSourceInQuarantineIsToldAsSuch() {
        String told = text(explain("gallery", "layer=0&src=folder/cracked.jpg&req=explain", false));
        String failure = "{\"code\":\"source.corrupt\","
                + "\"message\":\"'cracked': cut short (in quarantine since 2026-03-01T12:00:00Z)\"}";
        assertContains(told, "{\"file\":\"gallery/folder/cracked.jpg\",\"failure\":" + failure);
        assertContains(told, "\"outcome\":" + failure);
    }

    @Test
    void aBrokenRequestIsExplainedAsFarAsItGoes() {
        String told = text(explain("gallery/bridge", "wid=much&req=explain", false));
        assertContains(told, "\"outcome\":{\"code\":\"parameter.invalid\"");
        assertContains(told, "\"now\":{\"failure\":\"parameter.invalid\",\"answer\":\"text with status 403\"");
        assertContains(told, "\"command\":\"wid\",\"value\":\"much\"");
    }

    @Test
    void eachKindOfFailureIsToldWithTheRungThatAnswersAndWhyOthersDoNot() {
        catalogs.tenant("shop").set(Attributes.ERROR_IMAGE, "sorry").set(Attributes.ERROR_STATUS, StatusPolicy.HTTP);
        String told = text(explain("shop/bowl", "req=explain", false));
        String standIns = told.substring(told.indexOf("\"standIns\":"));
        for (FailureKind kind : FailureKind.values()) {
            assertEquals(2, standIns.split("\"" + kind.code() + "\"", -1).length, kind.code());
        }
        String drawn = Arrays.stream(FailureKind.values())
                .filter(kind -> kind.allows(AllowedStandIn.ERROR_IMAGE)
                        && !kind.allows(AllowedStandIn.LAST_GOOD)
                        && !kind.allows(AllowedStandIn.DEFAULT_IMAGE))
                .map(kind -> "\"" + kind.code() + "\"")
                .collect(Collectors.joining(","));
        assertContains(
                told,
                "{\"failures\":[" + drawn
                        + "],\"answer\":\"error-image sorry\",\"why\":\"an error image is set\",\"skipped\":{"
                        + "\"secondary\":\"no secondary server is configured, or it sent the request itself\","
                        + "\"stale\":\"no source is gone or damaged\","
                        + "\"default-image\":\"no image is missing\"}}");
        assertContains(told, "{\"failures\":[\"request.refused\"],\"answer\":\"text with status 403\"");
        assertContains(
                told,
                "{\"failures\":[\"server.overloaded\",\"secondary.busy\",\"secondary.down\"],"
                        + "\"answer\":\"text with status 503\"");
    }

    @Test
    void whatHasNoEffectIsNamedWithTheReason() {
        catalogs.tenant("gallery")
                .record("sharp", "hills.jpg", "locale=de&op_invert=1&glow=3", "")
                .macro("crisp", "shine=1&iccEmbed=0");
        String told = text(explain(
                "gallery/sharp", "imwidth=30&$nopreset$&$crisp$&blendMode=norm&$open&wid=&.v=1&&req=explain", false));
        assertContains(
                told,
                "\"ignored\":["
                        + "{\"name\":\"locale\",\"why\":\"the locale of a request is what its own query says\",\"from\":\"catalog::Modifier of gallery/sharp\"},"
                        + "{\"name\":\"glow\",\"why\":\"there is no such command\",\"from\":\"catalog::Modifier of gallery/sharp\"},"
                        + "{\"name\":\"imwidth\",\"why\":\"there is no such command\",\"from\":\"request\"},"
                        + "{\"name\":\"$nopreset$\",\"why\":\"the catalog has no such macro\",\"from\":\"request\"},"
                        + "{\"name\":\"shine\",\"why\":\"there is no such command\",\"from\":\"macro $crisp$ in request\"},"
                        + "{\"name\":\"$open\",\"why\":\"there is no such command\",\"from\":\"request\"}]");
        assertFalse(text(explain("gallery/bridge", "wid=3&req=explain", false)).contains("\"ignored\""));
        String broken = text(explain("gallery/bridge", "layer=none&glow=2&$no$&locale=x&req=explain", false));
        assertContains(broken, "{\"name\":\"glow\",");
        assertContains(broken, "{\"name\":\"$no$\",");
        assertContains(broken, "{\"name\":\"locale\",");
        String nested = text(explain("gallery", "layer=0&src=is{gallery/bridge?glow=1&iccEmbed=1}&req=explain", false));
        assertContains(nested, "\"nested\":{\"src of layer 0\":{\"commands\":[],\"ignored\":[{\"name\":\"glow\",");
        assertFalse(nested.contains("\"name\":\"iccEmbed\""), nested);
    }

    @Test
    void commandsOfEffectsAreToldApartAndThoseThatTheyIgnoreAreNamed() {
        String told = text(explain(
                "gallery/bridge",
                "effect=-1&color=ffffff&rotate=3&layer=1&src=hills&effect=2&color=0,0,0&req=explain",
                false));
        assertContains(told, "{\"of\":\"effect -1 of composite\",\"command\":\"color\"");
        assertContains(told, "{\"of\":\"effect 2 of layer 1\",\"command\":\"color\"");
        assertContains(told, "{\"name\":\"rotate\",\"why\":\"effects have no such command\",\"from\":\"request\"}");
    }

    /** Wherever another catalog has a part in the request, be it broken. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "layer=1&src=/strict/known",
                "layer=0&src=is{strict/known?wid=20}",
                "layer=0&src=is{gallery/bridge?layer=1&src=/strict/known}",
                "mask=/strict/known",
                "template=strict/known",
                "layer=1&src=/strict/known&wid=0",
                "layer=1&src=/strict/known&layer=2&src=/nowhere/,"
            })
    void whatAnotherCatalogDoesNotAllowIsNotExplained(String query) {
        Reply refused = explain("gallery/bridge", query + "&req=explain", false);
        assertEquals("request.refused", text(refused));
        assertFalse(
                text(explain("gallery/bridge", query + "&req=explain", true)).equals("request.refused"));
        catalogs.tenant("strict").set(Attributes.ALLOW_EXPLAIN, true);
        assertFalse(
                text(explain("gallery/bridge", query + "&req=explain", false)).equals("request.refused"));
    }

    @Test
    void nestedRequestsAreExplainedUnderTheirLayer() {
        String told = text(explain("gallery", "layer=0&src=is{gallery/bridge?wid=20}&req=explain", false));
        assertContains(told, "\"nested\":{\"src of layer 0\":{\"commands\":[{\"of\":\"request\",\"command\":\"wid\"");
    }

    private static void assertContains(String told, String part) {
        assertTrue(told.contains(part), () -> part + "\nis not in\n" + told);
    }

    @AfterEach
    void close() {
        scheduler.close();
    }

    private Reply explain(String path, String query, boolean operator) {
        Call call = new Call(
                path,
                query,
                InetAddress.getLoopbackAddress(),
                Instant.MAX,
                Forwardable.NO,
                catalogs,
                new AccessRecord(),
                operator);
        StandInStage service = EngineSetup.service(
                ExplainResponderTest::answer,
                new Heads(),
                scheduler,
                new EngineSetup.Codes(),
                new EngineSetup.Names(ExplainResponderTest::failure));
        return assertInstanceOf(Reply.class, service.serve(call));
    }

    private static Reply answer(PlannedRequest request, Instant deadline) throws ServeException {
        for (SourceKey key : request.sources()) {
            requireSound(key);
        }
        return Reply.of("image/test", new byte[1]);
    }

    private static void requireSound(SourceKey key) throws ServeException {
        ServeException failure = failure(key);
        if (failure != null) {
            throw failure;
        }
    }

    private static ServeException failure(SourceKey key) {
        if (key.path().contains("deep")) {
            return new ServeException(new Failure.Missing(key.path(), true));
        }
        if (key.path().contains("cracked")) {
            Failure first = new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, "cracked", "cut short", null);
            return new ServeException(new Failure.Known(first, Instant.parse("2026-03-01T12:00:00Z")));
        }
        return null;
    }

    private static final class Heads extends EngineSetup.NothingDrawn {

        @Override
        public Inspected inspect(ImageFile file, MemoryBudget memory) throws ServeException {
            requireSound(file.key());
            ImageInfo info = new ImageInfo("jpeg", 40, 30, Orientation.NORMAL, Samples.RGB, 8, false, false, 0);
            return new Inspected(info, new Stamp(file.key(), 0, 100, ""));
        }
    }
}
