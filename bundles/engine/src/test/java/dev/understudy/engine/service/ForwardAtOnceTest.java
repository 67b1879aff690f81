package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.RuleHeader;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ProcessingStatus;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ClientHints;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose image was missing a moment ago are forwarded without another look, and otherwise just as after one. */
class ForwardAtOnceTest {

    private static final Failure DOWN = new Failure.SecondaryFailure(FailureKind.SECONDARY_DOWN, "it is down", null);

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private TestImages images;
    private Engine engine;

    @BeforeEach
    void begin() throws Exception {
        for (String tenant : List.of("open", "filtered", "kind", "layers", "clients")) {
            catalogs.tenant(tenant)
                    .record("good", "good")
                    .record("gone", "gone")
                    .record("for-ever", "gone")
                    .record("for-ever")
                    .set(RecordFields.EXPIRATION, Syntaxes.NEVER_EXPIRES);
        }
        catalogs.tenant("filtered").set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("127.0.0.1"));
        catalogs.tenant("kind").set(Attributes.DEFAULT_IMAGE, "good");
        catalogs.tenant("layers").set(Attributes.DEFAULT_IMAGE, "good");
        catalogs.tenant("layers").set(Attributes.DEFAULT_IMAGE_MODE, 1);
        images = new TestImages(Files.write(folder.resolve("image"), new byte[100])).without("gone");
        engine = start();
    }

    @AfterEach
    void end() {
        engine.close();
    }

    private Engine start() {
        return EngineSetup.engine(images);
    }

    private Call call(String target, Forwardable forwardable, boolean revalidation) {
        String[] parts = target.split("\\?", 2);
        return new Call(
                parts[0],
                parts.length > 1 ? parts[1] : null,
                InetAddress.getLoopbackAddress(),
                Instant.now().plusSeconds(60),
                forwardable,
                catalogs,
                new AccessRecord(),
                false,
                ClientHints.NONE,
                revalidation);
    }

    private Call call(String target) {
        return call(target, Forwardable.YES, false);
    }

    /** What a client and the log get, also if no secondary server answers. */
    private static List<Object> outcome(Answer answer, AccessRecord log) {
        Forward forward = assertInstanceOf(Forward.class, answer);
        List<Object> logged = Arrays.asList(
                log.requestType(),
                log.rootId(),
                log.cacheKey(),
                log.pathBasedAccess(),
                log.ignored(),
                log.ignoredIsPublic(),
                log.processingStatus(),
                log.exception());
        Reply standIn = forward.onNoResponse().apply(DOWN);
        return Arrays.asList(
                forward.cause(),
                forward.target(),
                forward.shareable(),
                forward.varying(),
                logged,
                standIn.status(),
                standIn.contentType(),
                standIn.freshness(),
                standIn.digest(),
                standIn.standIn(),
                standIn.varying());
    }

    /** Has a request be read, planned, and found to be for something that is missing. */
    private void miss(String target) {
        assertInstanceOf(Forward.class, engine.serve(call(target)));
        assertNull(engine.forwardAtOnce(call(target)), "what is planned for the first time is not known yet");
        assertInstanceOf(Forward.class, engine.serve(call(target)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open/gone",
                "open/gone?wid=10&hei=5&fit=crop",
                "open/gone?WID=10&id=1",
                "open/good?layer=1&src=gone",
                "open/gone?req=mask",
                "open/gone?cache=off",
                "open/gone?pathEmbed=1&wid=3",
                "open/for-ever?wid=4",
                "kind/gone?wid=5",
                "clients/gone?dpr=on,2&wid=6"
            })
    void aMissingImageIsForwardedAtOnce(String target) {
        miss(target);
        Call known = call(target);
        Forward forward = engine.forwardAtOnce(known);
        assertNotNull(forward);
        Call looked = call(target);
        try (Engine other = start()) {
            assertEquals(outcome(other.serve(looked), looked.accessRecord()), outcome(forward, known.accessRecord()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"filtered/gone?wid=5", "layers/gone?wid=5", "open/good?layer=1&src=filtered/gone", "open/nothing"
            })
    void allElseIsLookedForAgain(String target) {
        engine.serve(call(target));
        engine.serve(call(target));
        assertNull(engine.forwardAtOnce(call(target)));
    }

    @Test
    void whatIsThereIsNotForwarded() {
        engine.serve(call("open/good?wid=5"));
        engine.serve(call("open/good?wid=5"));
        assertNull(engine.forwardAtOnce(call("open/good?wid=5")));
    }

    @Test
    void aRequestThatMayNotBeForwardedIsNot() {
        miss("open/gone");
        assertNull(engine.forwardAtOnce(call("open/gone", Forwardable.NO, false)));
        assertNull(engine.forwardAtOnce(call("open/gone", Forwardable.PER_CATALOG, false)));
        Call barred = call("open/gone", Forwardable.BARRED, false);
        assertNull(engine.forwardAtOnce(barred));
        assertNull(barred.accessRecord().exception(), "nothing has been done");
    }

    @Test
    void anImageThatHasComeIsServedWhenNoSecondaryAnswers() {
        catalogs.tenant("kind").ruled("<rule><header Name='X-Shop'>one</header></rule>");
        miss("kind/gone?wid=5");
        Call call = call("kind/gone?wid=5");
        Forward forward = engine.forwardAtOnce(call);
        assertNotNull(forward);
        call.accessRecord().failure(forward.cause().kind());
        images.arrives("gone");
        Reply reply = forward.onNoResponse().apply(DOWN);
        assertEquals(200, reply.status());
        assertNull(reply.standIn());
        assertEquals(List.of("kind/gone"), reply.objects());
        assertEquals(List.of(new RuleHeader("X-Shop", "one", false)), reply.headers());
        assertNull(call.accessRecord().exception());
        assertNull(call.accessRecord().failure());
        assertEquals(ProcessingStatus.OK, call.accessRecord().processingStatus());
    }

    @Test
    void standInsHaveNoHeadersOfRules() {
        catalogs.tenant("kind").ruled("<rule><header Name='X-Shop'>one</header></rule>");
        miss("kind/gone?wid=5");
        Forward forward = engine.forwardAtOnce(call("kind/gone?wid=5"));
        assertNotNull(forward);
        Reply reply = forward.onNoResponse().apply(DOWN);
        assertNotNull(reply.standIn());
        assertEquals(List.of(), reply.headers());
    }

    @Test
    void aClientThatHasAnImageForEverIsToldSo() {
        miss("open/for-ever");
        assertNull(engine.forwardAtOnce(call("open/for-ever", Forwardable.YES, true)));
        assertEquals(
                304,
                assertInstanceOf(Reply.class, engine.serve(call("open/for-ever", Forwardable.YES, true)))
                        .status());
        miss("open/gone");
        assertNotNull(engine.forwardAtOnce(call("open/gone", Forwardable.YES, true)));
    }

    @Test
    void anotherLookIsTakenWhenTheLastOneIsOld() {
        Instant look = Instant.parse("2026-01-31T12:00:00Z");
        LastMiss last = new LastMiss();
        Failure gone = new Failure.Missing("gone", true);
        assertNull(last.within(Duration.ofSeconds(1), look));
        last.at(gone, look);
        assertEquals(gone, last.within(Duration.ofSeconds(1), look.plusMillis(999)));
        assertNull(last.within(Duration.ofSeconds(1), look.plusMillis(1000)));
        assertNull(last.within(Duration.ZERO, look));
    }
}
