package dev.understudy.engine.service;

import static dev.understudy.engine.service.EngineSetup.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ProcessingStatus;
import dev.understudy.failure.ServeException;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.testkit.catalog.TestCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each way down the ladder, with images that are only names. */
class StandInStageTest {

    private final NamedImages engine = new NamedImages();
    private final TestCatalog catalog = engine.catalogs
            .defaults()
            .record("there", "there.jpg")
            .record("gone", "gone.jpg")
            .record("broken", "broken.jpg")
            .record("default", "default.png")
            .record("error", "", "size=100,50&text=$error.title$", "");
    private final Map<String, Throwable> failing = engine.failing;
    private final List<PlannedRequest> answered = engine.answered;
    private final AccessRecord accessRecord = engine.accessRecord;

    @BeforeEach
    void breakSome() {
        engine.without("gone.jpg")
                .without("nowhere")
                .failing
                .put(
                        "broken.jpg",
                        new ServeException(
                                new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, "broken", "cut short", null)));
    }

    @Test
    void anImageThatIsThereIsServed() {
        Reply reply = reply("there", "wid=10", false);
        assertEquals("there.jpg", text(reply));
        assertNull(reply.standIn());
        assertEquals(Duration.ofHours(10), reply.freshness().maxAge());
        assertEquals(ProcessingStatus.OK, accessRecord.processingStatus());
        assertNull(accessRecord.exception());
    }

    @Test
    void aMissingFileOfARecordIsForwardedWhateverElseIsSet() {
        catalog.set(Attributes.DEFAULT_IMAGE, "default").set(Attributes.ERROR_IMAGE, "error");
        Forward forward = assertInstanceOf(Forward.class, serve("gone", null, true));
        assertEquals(FailureKind.SOURCE_MISSING, forward.cause().kind());
        Reply text = forward.onNoResponse()
                .apply(new Failure.SecondaryFailure(FailureKind.SECONDARY_UNREACHABLE, "refused", null));
        assertEquals("secondary.unreachable", text(text));
        assertEquals("source.missing: The file of 'gone' does not exist", accessRecord.exception());
    }

    @Test
    void anObjectInNoCatalogIsNotForwarded() {
        catalog.set(Attributes.DEFAULT_IMAGE, "default");
        Reply reply = reply("nowhere", null, true);
        assertEquals("default.png", text(reply));
    }

    @Test
    void theDefaultImageReplacesTheRequestAndSaysSo() {
        catalog.set(Attributes.DEFAULT_IMAGE, "default");
        Reply reply = reply("gone", "wid=30&rgn=0,0,5,5", false);
        assertEquals("default.png", text(reply));
        assertEquals(new StandIn(StandIn.Kind.DEFAULT_IMAGE, FailureKind.SOURCE_MISSING), reply.standIn());
        assertEquals(200, reply.status());
        assertEquals(Duration.ofHours(1), reply.freshness().maxAge());
        assertEquals(30, answered.get(1).plan().view().scaling().width());
        assertNull(answered.get(1).plan().view().region());
    }

    @Test
    void theRequestsOwnDefaultImageGoesBeforeTheCatalogs() {
        catalog.set(Attributes.DEFAULT_IMAGE, "gone");
        assertEquals("there.jpg", text(reply("gone", "defaultImage=there", false)));
    }

    @Test
    void anEmptyDefaultImageSwitchesItOff() {
        catalog.set(Attributes.DEFAULT_IMAGE, "default");
        assertEquals("source.missing", text(reply("gone", "defaultImage=", false)));
    }

    @Test
    void aDefaultImageDoesNotStandInForADamagedImage() {
        catalog.set(Attributes.DEFAULT_IMAGE, "default").set(Attributes.ERROR_IMAGE, "error");
        Reply reply = reply("broken", null, false);
        assertEquals(new StandIn(StandIn.Kind.ERROR_IMAGE, FailureKind.SOURCE_CORRUPT), reply.standIn());
        assertFalse(reply.freshness().storable());
    }

    @Test
    void oneLayersSourceIsReplacedInModeOne() {
        catalog.set(Attributes.DEFAULT_IMAGE, "default").set(Attributes.DEFAULT_IMAGE_MODE, 1);
        Reply reply = reply("there", "layer=1&src=gone&pos=3,4&layer=2&src=gone", false);
        assertEquals("there.jpg,default.png", text(reply));
        assertEquals(new StandIn(StandIn.Kind.DEFAULT_IMAGE, FailureKind.SOURCE_MISSING), reply.standIn());
        assertEquals(3, answered.get(1).plan().layers().size());
    }

    @Test
    void aRecordThatNamesNoFileIsReplacedLikeOneWhoseFileIsGone() {
        catalog.record("bare", "").set(Attributes.DEFAULT_IMAGE, "default").set(Attributes.DEFAULT_IMAGE_MODE, 1);
        StandIn standIn = new StandIn(StandIn.Kind.DEFAULT_IMAGE, FailureKind.SOURCE_MISSING);
        for (String request : List.of(
                "there?layer=1&src=bare&pos=3,4",
                "there?layer=1&src=is{bare}",
                "there?layer=1&src=there&mask=bare",
                "bare?layer=1&src=there&req=tmb")) {
            answered.clear();
            String[] parts = request.split("\\?");
            Reply reply = reply(parts[0], parts[1], false);
            assertEquals(Set.of("there.jpg", "default.png"), Set.of(text(reply).split(",")), request);
            assertEquals(standIn, reply.standIn());
            assertEquals(2, answered.get(1).plan().layers().size());
        }
        assertEquals("default.png", text(reply("bare", null, false)));
        catalog.set(Attributes.DEFAULT_IMAGE_MODE, 0);
        assertEquals("default.png", text(reply("there", "layer=1&src=bare", false)));
        assertInstanceOf(Forward.class, serve("there", "layer=1&src=bare", true));
        assertEquals("source.missing", text(reply("bare", "defaultImage=", false)));
        assertEquals("source.missing", text(reply("bare", "req=props", false)));
    }

    @Test
    void aDefaultImageThatIsMissingItselfEndsInTheErrorImage() {
        for (int mode : List.of(0, 1)) {
            catalog.set(Attributes.DEFAULT_IMAGE, "gone")
                    .set(Attributes.DEFAULT_IMAGE_MODE, mode)
                    .set(Attributes.ERROR_IMAGE, "error");
            Reply reply = reply("nowhere", null, false);
            assertEquals(new StandIn(StandIn.Kind.ERROR_IMAGE, FailureKind.OBJECT_UNKNOWN), reply.standIn());
        }
    }

    @Test
    void whenEverythingFailsTheFirstFailureIsTold() {
        catalog.set(Attributes.DEFAULT_IMAGE, "gone").set(Attributes.ERROR_IMAGE, "broken");
        Reply reply = reply("nowhere", null, false);
        assertEquals("object.unknown", text(reply));
        assertEquals(3, accessRecord.exception().split("; then ").length);
    }

    @Test
    void aDefaultImageThatFailsIsNotForwarded() {
        catalog.set(Attributes.ERROR_IMAGE, "error");
        for (int mode : List.of(0, 1)) {
            for (String standIn : List.of("gone", "broken")) {
                catalog.set(Attributes.DEFAULT_IMAGE, standIn).set(Attributes.DEFAULT_IMAGE_MODE, mode);
                Reply reply = reply("nowhere", null, true);
                assertEquals(new StandIn(StandIn.Kind.ERROR_IMAGE, FailureKind.OBJECT_UNKNOWN), reply.standIn());
            }
        }
    }

    @Test
    void noStandInLeadsInACircle() {
        failing.put("default.png", new ServeException(new Failure.Missing("default", true)));
        catalog.record("again", "default.png", "defaultImage=again", "");
        for (int mode : List.of(0, 1)) {
            for (String object : List.of("default", "again", "gone", "nowhere")) {
                answered.clear();
                catalog.set(Attributes.DEFAULT_IMAGE, "again")
                        .set(Attributes.ERROR_IMAGE, "again")
                        .set(Attributes.DEFAULT_IMAGE_MODE, mode);
                Reply reply = reply(object, "layer=1&src=again&layer=2&src=is{gone?defaultImage=again}", false);
                assertEquals(StandIn.Kind.TEXT, reply.standIn().kind());
                assertTrue(answered.size() <= 5, answered.toString());
            }
        }
    }

    @Test
    void anErrorImageIsNotKeptAndHasTheStatusThatTheCatalogWants() {
        catalog.set(Attributes.ERROR_IMAGE, "error");
        assertEquals(200, reply("broken", null, false).status());
        assertEquals(Freshness.NO_STORE, reply("broken", null, false).freshness());
        catalog.set(Attributes.ERROR_IMAGE_STATUS, 404);
        assertEquals(404, reply("broken", null, false).status());
        catalog.set(Attributes.ERROR_IMAGE_STATUS, Syntaxes.REAL_STATUS);
        assertEquals(403, reply("broken", null, false).status());
        catalog.set(Attributes.ERROR_STATUS, StatusPolicy.HTTP);
        assertEquals(502, reply("broken", null, false).status());
        assertEquals(400, reply("there", "wid=x", false).status());
    }

    @Test
    void errorsAreKeptAsLongAsTheCatalogSaysUnlessTheyPass() {
        catalog.set(Attributes.ERROR_EXPIRATION, Duration.ofSeconds(30));
        Freshness halfAMinute = Freshness.of(Duration.ofSeconds(30));
        assertEquals(halfAMinute, reply("gone", null, false).freshness());
        assertEquals(halfAMinute, reply("gone", "req=props,json", false).freshness());
        failing.put("there.jpg", new ServeException(new Failure.Refused("no")));
        assertEquals(Freshness.NO_STORE, reply("there", null, false).freshness());
        failing.put("there.jpg", new OutOfMemoryError());
        assertEquals(Freshness.NO_STORE, reply("there", null, false).freshness());
        Forward forward = assertInstanceOf(Forward.class, serve("gone", null, true));
        Failure secondary = new Failure.SecondaryFailure(FailureKind.SECONDARY_TIMEOUT, "late", null);
        assertEquals(Freshness.NO_STORE, forward.onNoResponse().apply(secondary).freshness());
        catalog.set(Attributes.ERROR_IMAGE, "error");
        assertEquals(halfAMinute, reply("gone", null, false).freshness());
    }

    @Test
    void anErrorImageMayRepeatTheRequestAsItWasSent() {
        catalog.set(Attributes.ERROR_IMAGE, "told").record("told", "", "size=100,50&text=$error.request$", "");
        reply("gone", "wid=1%30&$x=$error.title$", false);
        assertEquals("gone?wid=1%30&$x=$error.title$", drawnText());
        reply("gone", "$x={\\rtf1%20" + "x".repeat(500), false);
        assertEquals("{gone?$x=\\{\\\\rtf1%20" + "x".repeat(183) + "…}", drawnText());
    }

    private String drawnText() {
        PlannedRequest last = answered.get(answered.size() - 1);
        return assertInstanceOf(
                        LayerContent.Text.class, last.plan().layers().get(0).content())
                .text();
    }

    @Test
    void whoAsksInAFormIsAnsweredInItNotWithAnImage() {
        catalog.set(Attributes.ERROR_IMAGE, "error");
        assertEquals("parameter.invalid", text(reply("there", "req=nosuch,json", false)));
        assertEquals(
                StandIn.Kind.ERROR_IMAGE,
                reply("there", "req=nosuch", false).standIn().kind());
    }

    @Test
    void aBadParameterHasTheErrorImageAndNoForward() {
        catalog.set(Attributes.ERROR_IMAGE, "error").set(Attributes.DEFAULT_IMAGE, "default");
        Reply reply = reply("there", "wid=undefined", true);
        assertEquals(new StandIn(StandIn.Kind.ERROR_IMAGE, FailureKind.PARAMETER_INVALID), reply.standIn());
    }

    @Test
    void propertiesHaveNoImagesAsStandIns() {
        catalog.set(Attributes.ERROR_IMAGE, "error").set(Attributes.DEFAULT_IMAGE, "default");
        assertEquals("source.missing", text(reply("gone", "req=props,json", false)));
    }

    @Test
    void aBugIsAnInternalErrorAndNotTheEndOfTheServer() {
        failing.put("there.jpg", new ClassCastException("a bug"));
        assertEquals("internal", text(reply("there", null, true)));
        assertEquals(ProcessingStatus.SERVER, accessRecord.processingStatus());
        failing.put("there.jpg", new StackOverflowError());
        assertEquals("internal", text(reply("there", null, true)));
    }

    @Test
    void shortOfMemoryIsOverloadWithoutImages() {
        catalog.set(Attributes.ERROR_IMAGE, "error");
        failing.put("there.jpg", new OutOfMemoryError());
        assertEquals("server.overloaded", text(reply("there", null, false)));
        assertTrue(accessRecord.exception().startsWith("server.overloaded"));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Reply reply(String path, String query, boolean forwardable) {
        return engine.reply(path, query, forwardable);
    }

    private Answer serve(String path, String query, boolean forwardable) {
        return engine.serve(path, query, forwardable);
    }
}
