package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.observe.AccessRecord;
import dev.understudy.protocol.admission.RequestLock;
import dev.understudy.serve.AcceptedTypes;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ClientHints;
import dev.understudy.serve.ConnectionQuality;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are made again: the answer and the access record are those of a request that is read and planned, to the letter. */
class RepeatStageTest {

    private static final ClientHints PHONE =
            new ClientHints(AcceptedTypes.of("image/webp,*/*;q=0.8"), 2, ConnectionQuality.POOR);

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private final KeptReplies cache = new KeptReplies();
    private TestImages images;
    private Engine engine;

    /** What a client and the log get; a 304 without its body, which is empty and never the same object. */
    private record Outcome(Object answer, List<Object> logged) {}

    @BeforeEach
    void begin() throws Exception {
        for (String tenant :
                List.of("open", "locked", "filtered", "kind", "marked", "dated", "clients", "ruled", "fenced")) {
            catalogs.tenant(tenant)
                    .record("good", "good")
                    .record("gone", "gone")
                    .record("preset", "good", "wid=7", "")
                    .record("post", "good", "", "wid=9")
                    .record("for-ever", "good")
                    .record("for-ever")
                    .set(RecordFields.EXPIRATION, Syntaxes.NEVER_EXPIRES);
        }
        catalogs.tenant("locked").set(Attributes.REQUEST_LOCK, true);
        catalogs.tenant("filtered").set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("127.0.0.1"));
        catalogs.tenant("kind").set(Attributes.DEFAULT_IMAGE, "good");
        catalogs.tenant("marked").set(Attributes.WATERMARK, "preset");
        catalogs.tenant("dated").set(Attributes.USE_LAST_MODIFIED, true).set(Attributes.TIMING_HEADERS, true);
        catalogs.tenant("ruled")
                .ruled(
                        "<rule OnMatch='continue' Expiration='3'><header Name='X-W'>$w$</header></rule>",
                        "<rule WaterMark='preset'><expression>_marked</expression><substitution/></rule>",
                        "<rule><expression>_small$</expression><substitution>?wid=4</substitution></rule>");
        catalogs.tenant("fenced").ruled("<rule><addressfilter>127.0.0.0/8</addressfilter></rule>");
        images = new TestImages(Files.write(folder.resolve("image"), new byte[100]))
                .without("gone")
                .without("unknown")
                .without("nobody/good");
        engine = start();
    }

    @AfterEach
    void end() {
        engine.close();
    }

    private Engine start() {
        return EngineSetup.engine(2, 10, images, cache, new FailedSources(10, InstantSource.system()));
    }

    private Call call(String target, ClientHints hints, boolean revalidation) {
        String[] parts = target.split("\\?", 2);
        return new Call(
                parts[0],
                parts.length > 1 ? parts[1] : null,
                InetAddress.getLoopbackAddress(),
                Instant.now().plusSeconds(60),
                Forwardable.NO,
                catalogs,
                new AccessRecord(),
                false,
                hints,
                revalidation);
    }

    private static Outcome outcome(Answer answer, AccessRecord log) {
        return new Outcome(
                answer instanceof Reply reply && reply.status() == 304
                        ? List.of(reply.status(), reply.freshness(), reply.varying())
                        : answer,
                Arrays.asList(
                        log.requestType(),
                        log.rootId(),
                        log.cacheKey(),
                        log.transformedTarget(),
                        log.pathBasedAccess(),
                        log.ignored(),
                        log.timing(),
                        log.ignoredIsPublic(),
                        log.processingStatus(),
                        log.failure(),
                        log.exception()));
    }

    /** The outcome of a request that an engine without memories reads and plans, and of which the cache has the image. */
    private Outcome anew(String target, ClientHints hints, boolean revalidation) {
        try (Engine other = start()) {
            Call call = call(target, hints, revalidation);
            return outcome(other.serve(call), call.accessRecord());
        }
    }

    private void assertRepeated(String target, ClientHints hints, boolean revalidation) {
        engine.serve(call(target, hints, false));
        Outcome expected = anew(target, hints, revalidation);
        Call atOnce = call(target, hints, revalidation);
        Reply reply = engine.serveAtOnce(atOnce);
        assertNotNull(reply, () -> "not answered at once: " + expected);
        assertEquals(expected, outcome(reply, atOnce.accessRecord()));
        Call again = call(target, hints, revalidation);
        assertEquals(expected, outcome(engine.serve(again), again.accessRecord()));
    }

    private void assertReadAgain(String target) {
        Answer first = engine.serve(call(target, ClientHints.NONE, false));
        assertInstanceOf(Reply.class, first);
        assertNull(engine.serveAtOnce(call(target, ClientHints.NONE, false)));
        Outcome expected = anew(target, ClientHints.NONE, false);
        Call again = call(target, ClientHints.NONE, false);
        assertEquals(
                expected.logged(),
                outcome(engine.serve(again), again.accessRecord()).logged());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open/good",
                "open/good?",
                "open/good?wid=10",
                "open/good?wid=10&hei=5&fit=crop",
                "open/good?WID=10&id=1",
                "open/good?wid=10&id=2",
                "open/good?cache=on",
                "open/good?cache=off,on",
                "open/good?req=img",
                "open/good?req=mask",
                "open/good?layer=1&src=good&pos=3,4&size=4,4",
                "open/good?$w=10&wid=$w$",
                "open/good?crop=1,1,10,10&flip=lr",
                "open/good?fmt=jpeg&qlt=80",
                "open/good?bgc=ff0000&hei=3",
                "open/good?hei=10&op_brightness=10",
                "open/good?pathEmbed=1&wid=3",
                "open/preset",
                "open/preset?hei=4",
                "open/post?wid=3",
                "open/for-ever?wid=4",
                "open//good?wid=11",
                "open/g%6Fod?wid=12",
                "open/good?%77id=13",
                "kind/good?wid=5",
                "kind/good?defaultImage=preset&wid=5",
                "marked/good?wid=6",
                "marked/preset?scl=2",
                "ruled/good",
                "ruled/good_small",
                "ruled/good_marked?wid=6",
                "ruled/good?wid=6&$w=7",
                "open/good?layer=1&src=is{ruled/good_small}",
                "dated/good",
                "dated/good?wid=8&layer=1&src=preset",
                "clients/good?bfc=on&wid=5",
                "clients/good?network=on&wid=6",
                "clients/good?dpr=on&wid=6",
                "clients/good?dpr=on,2&wid=6"
            })
    void whatWasAskedForBeforeIsAnsweredInTheSameWay(String target) {
        assertRepeated(target, ClientHints.NONE, false);
        assertRepeated(target, PHONE, false);
        assertRepeated(target, ClientHints.NONE, true);
        assertRepeated(target, PHONE, true);
    }

    @Test
    void aLockIsPartOfTheTarget() {
        String locked = "locked/good?wid=5" + RequestLock.of("wid=5");
        assertRepeated(locked, ClientHints.NONE, false);
        assertReadAgain("locked/good?wid=5");
        assertReadAgain(locked.replace("wid=5", "wid=6"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open/good?cache=off",
                "open/good?cache=on,off",
                "open/good?size=3",
                "open/good?cache=validate",
                "open/good?cache=update",
                "open/good?req=props",
                "open/good?req=exists",
                "open/good?req=validate",
                "open/good?req=resolve",
                "open/good?wid=none",
                "open/unknown",
                "open/gone",
                "kind/gone?wid=5",
                "kind/good?layer=1&src=gone&defaultImage=good",
                "filtered/good?wid=5",
                "open/good?layer=1&src=filtered/good",
                "fenced/good?wid=5",
                "open/good?layer=1&src=is{fenced/good?wid=5}",
                "nobody/good",
                ""
            })
    void allElseIsReadAgain(String target) {
        assertReadAgain(target);
    }

    @Test
    void otherCatalogsAreAskedAnew() {
        engine.serve(call("open/good?wid=10", ClientHints.NONE, false));
        Call call = call("open/good?wid=10", ClientHints.NONE, false);
        Call reloaded = new Call(
                call.path(),
                call.query(),
                call.client(),
                call.deadline(),
                call.forwardable(),
                new TestCatalogs(),
                new AccessRecord(),
                false);
        assertNull(engine.serveAtOnce(reloaded));
        assertEquals(
                List.of("open/good"),
                assertInstanceOf(Reply.class, engine.serve(reloaded)).objects());
    }

    @Test
    void whatTheCacheNoLongerHasIsMadeAgain() {
        engine.serve(call("open/good?wid=10", ClientHints.NONE, false));
        cache.clear();
        assertNull(engine.serveAtOnce(call("open/good?wid=10", ClientHints.NONE, false)));
        int decoded = images.decoded.get();
        engine.serve(call("open/good?wid=10", ClientHints.NONE, false));
        assertEquals(decoded + 1, images.decoded.get());
    }
}
