package dev.understudy.engine.service;

import static dev.understudy.engine.service.EngineSetup.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.testkit.catalog.TestCatalog;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that ask for faults: the ladder answers them as if the faults were real. */
class FaultInjectionTest {

    private final NamedImages engine = new NamedImages();
    private final TestCatalog shop = engine.catalogs
            .tenant("shop")
            .record("there", "there.jpg")
            .record("other", "other.jpg")
            .record("default", "default.png")
            .record("error", "", "size=100,50&text=$error.title$", "");

    @BeforeEach
    void allow() {
        shop.set(Attributes.FAULT_INJECTION, true);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void whereTheyAreNotAllowedTheyAreIgnoredAndWhoMayKnowIsTold() {
        shop.set(Attributes.FAULT_INJECTION, false);
        assertNull(reply("source.missing", "shop/there", null).standIn());
        assertEquals(List.of(), engine.accessRecord.ignored());
        assertNull(engine.accessRecord.injected());
        shop.set(Attributes.ALLOW_EXPLAIN, true);
        Reply reply = reply("nonsense", "shop/there", null);
        assertNull(reply.standIn());
        assertTrue(reply.freshness().storable());
        assertEquals(List.of("Understudy-Fault"), engine.accessRecord.ignored());
    }

    @ParameterizedTest
    @CsvSource({
        "source.missing, DEFAULT_IMAGE, SOURCE_MISSING",
        "source.corrupt, ERROR_IMAGE, SOURCE_CORRUPT",
        "profile.corrupt, ERROR_IMAGE, PROFILE_CORRUPT",
        "source.unreadable, ERROR_IMAGE, SOURCE_UNREADABLE",
        "overload, TEXT, SERVER_OVERLOADED",
        "storage.unavailable, TEXT, STORAGE_UNAVAILABLE",
    })
    void theLadderAnswersThem(String fault, StandIn.Kind standIn, FailureKind kind) {
        shop.set(Attributes.DEFAULT_IMAGE, "default").set(Attributes.ERROR_IMAGE, "error");
        Reply reply = reply(fault, "shop/there", null);
        assertEquals(new StandIn(standIn, kind), reply.standIn());
        assertEquals(Freshness.NO_STORE, reply.freshness());
        assertEquals(kind.code(), engine.accessRecord.injected());
        assertTrue(engine.accessRecord.exception().startsWith("injected " + kind.code() + "; then " + kind.code()));
    }

    @Test
    void oneLayerIsReplacedInModeOne() {
        shop.set(Attributes.DEFAULT_IMAGE, "default").set(Attributes.DEFAULT_IMAGE_MODE, 1);
        Reply reply = reply("source.missing", "shop/there", "layer=1&src=other");
        assertEquals("default.png,other.jpg", text(reply));
        assertEquals(new StandIn(StandIn.Kind.DEFAULT_IMAGE, FailureKind.SOURCE_MISSING), reply.standIn());
        assertEquals(Freshness.NO_STORE, reply.freshness());
    }

    @Test
    void theSecondaryServerIsAskedOrFailsAsWanted() {
        engine.fault = "source.missing";
        Forward forward = assertInstanceOf(Forward.class, engine.serve("shop/there", null, true));
        assertEquals(FailureKind.SOURCE_MISSING, forward.cause().kind());
        Failure refused = new Failure.SecondaryFailure(FailureKind.SECONDARY_UNREACHABLE, "refused", null);
        assertEquals(Freshness.NO_STORE, forward.onNoResponse().apply(refused).freshness());
        engine.fault = "secondary.timeout";
        Reply late = engine.reply("shop/there", null, true);
        assertEquals(new StandIn(StandIn.Kind.TEXT, FailureKind.SECONDARY_TIMEOUT), late.standIn());
        assertEquals(504, late.status());
        Reply none = engine.reply("shop/there", null, false);
        assertEquals(new StandIn(StandIn.Kind.TEXT, FailureKind.REQUEST_MALFORMED), none.standIn());
        assertEquals(400, none.status());
    }

    @Test
    void whatIsNoFaultIsRefusedAndWhatFailsByItselfFailsSo() {
        Reply reply = reply("size.limit", "shop/there", null);
        assertEquals(400, reply.status());
        assertEquals(new StandIn(StandIn.Kind.TEXT, FailureKind.PARAMETER_INVALID), reply.standIn());
        assertEquals(
                FailureKind.PARAMETER_INVALID,
                reply("overload", "shop/there", "wid=x").standIn().cause());
        shop.set(Attributes.REQUEST_LOCK, true);
        assertEquals(
                FailureKind.REQUEST_REFUSED,
                reply("overload", "shop/there", "wid=1").standIn().cause());
    }

    @Test
    void anotherCatalogThatHasAPartInTheRequestMustAllowThemToo() {
        engine.catalogs.tenant("strict").record("known", "known.jpg");
        assertNull(reply("source.missing", "shop/there", "layer=1&src=/strict/known")
                .standIn());
    }

    @Test
    void aSlowAnswerIsTheRightOneLater() {
        long begin = System.nanoTime();
        Reply reply = reply("slow=60", "shop/there", null);
        assertTrue(System.nanoTime() - begin >= 60_000_000);
        assertEquals("there.jpg", text(reply));
        assertNull(reply.standIn());
        assertEquals(Freshness.NO_STORE, reply.freshness());
        assertEquals("injected slow=60", engine.accessRecord.exception());
    }

    private Reply reply(String fault, String path, String query) {
        engine.fault = fault;
        return engine.reply(path, query, false);
    }
}
