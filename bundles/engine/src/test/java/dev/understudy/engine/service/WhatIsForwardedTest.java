package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.RedirectFallback;
import dev.understudy.catalog.Secondary;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.RedirectTarget;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole engine: which requests go to the secondary server, where to, and what answers when that gives no answer. */
class WhatIsForwardedTest {

    private static final Failure DOWN = new Failure.SecondaryFailure(FailureKind.SECONDARY_DOWN, "down", null);

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private final TestCatalog shop = catalogs.tenant("shop");
    private Engine engine;

    @BeforeEach
    void begin() throws Exception {
        for (String name :
                List.of("good", "gone", "corrupt", "profile", "kind", "vector", "late", "unreadable", "storage")) {
            shop.record(name, name);
        }
        shop.record("template", "", "layer=0&src=good&layer=1&src=gone", "").record("masked", "good");
        shop.record("masked").set(RecordFields.MASK_PATH, "gone");
        shop.font("Broken", false, false, "broken.ttf").set(Attributes.DEFAULT_FONT, "Broken");
        catalogs.tenant("tinted").set(Attributes.ICC_PROFILE_SRC_GRAY, "Tint").profile("Tint", "tint.icc");
        catalogs.tenant("lost").set(Attributes.ICC_PROFILE_SRC_GRAY, "gone");
        for (String rootId : List.of("tinted", "lost")) {
            catalogs.tenant(rootId).record("grays", "good");
        }
        TestImages images = new TestImages(Files.write(folder.resolve("image"), new byte[100]))
                .without("gone")
                .without("elsewhere")
                .with("corrupt", failing(new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, "corrupt", "cut", null)))
                .with("kind", failing(new Failure.UnsupportedSource(FailureKind.SOURCE_UNSUPPORTED, "kind", "9 bits")))
                .with(
                        "vector",
                        failing(new Failure.UnsupportedSource(FailureKind.SVG_UNSUPPORTED, "vector", "not yet")))
                .with("profile", failing(new Failure.Corrupt(FailureKind.PROFILE_CORRUPT, "profile", "bad", null)))
                .with("unreadable", failing(new Failure.Unreadable("unreadable", null)))
                .with("storage", failing(new Failure.Unavailable(FailureKind.STORAGE_UNAVAILABLE, "gone", null)))
                .with("late", failing(new Failure.Unavailable(FailureKind.SERVER_OVERLOADED, "late", null)));
        engine = EngineSetup.engine(images);
    }

    private static TestImages.DecodingStep failing(Failure failure) {
        return channel -> {
            throw new ServeException(failure);
        };
    }

    @AfterEach
    void end() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gone                                     | source.missing",
                "gone?req=img&wid=20                      | source.missing",
                "gone?req=tmb                             | source.missing",
                "gone?req=mask                            | source.missing",
                "masked?req=mask                          | source.missing",
                "gone?req=props                           | source.missing",
                "gone?req=props,json                      | source.missing",
                "gone?req=imageprops,xml                  | source.missing",
                "gone?defaultImage=good                   | source.missing",
                "unreadable                               | source.unreadable",
                "corrupt                                  | source.corrupt",
                "corrupt?req=tmb                          | source.corrupt",
                "corrupt?req=mask                         | source.corrupt",
                "kind                                     | source.unsupported",
                "profile?wid=10                           | profile.corrupt",
                "storage                                  | storage.unavailable",
                "good?layer=1&src=gone                    | source.missing",
                "good?layer=1&src=corrupt                 | source.corrupt",
                "good?layer=1&src=is{shop/gone?wid=10}    | source.missing",
                "good?layer=1&src=good&mask=gone          | source.missing",
                "good?mask=gone                           | source.missing",
                "masked                                   | source.missing",
                "template                                 | source.missing",
                "template?req=props                       | source.missing",
                "good?layer=1&size=30,20&text=a           | font.corrupt",
                "good?layer=1&src=tinted/grays            | profile.corrupt",
            })
    void sourcesThatCannotBeOpenedOrRead(String request, String code) {
        Forward forward = assertInstanceOf(Forward.class, serve(request, Forwardable.YES));
        assertEquals(code, forward.cause().kind().code());
        assertEquals(RedirectTarget.OF_THE_SERVER, forward.target());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "good",
                "elsewhere",
                "vector",
                "vector?req=tmb",
                "good?layer=1&src=lost/grays",
                "elsewhere?defaultImage=gone",
                "elsewhere?defaultImage=corrupt",
                "good?layer=1&src=elsewhere",
                "good?layer=1&mask=elsewhere",
                "good?wid=x",
                "gone?wid=x",
                "gone?layer=1&src=is{",
                "gone?req=exists",
                "gone?req=catalogprops",
                "gone?req=userdata",
                "gone?req=validate",
                "gone?req=nosuch",
                "late",
            })
    void nothingElse(String request) {
        assertInstanceOf(Reply.class, serve(request, Forwardable.YES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "corrupt", "profile", "gone?req=props"})
    void aRequestThatMayNotBeForwardedIsAnsweredHere(String request) {
        assertInstanceOf(Reply.class, serve(request, Forwardable.NO));
        assertInstanceOf(Reply.class, serve(request, Forwardable.PER_CATALOG));
    }

    /** Others would have the secondary's answer from a shared cache. */
    @ParameterizedTest
    @ValueSource(strings = {"gone", "gone?req=tmb", "gone?req=props", "corrupt", "good?wid=x", "elsewhere?wid=x"})
    void nobodyKeepsWhatStandsInBecauseOfAMark(String request) {
        shop.set(Attributes.ERROR_EXPIRATION, Duration.ofMinutes(1))
                .set(Attributes.ERROR_IMAGE, "good")
                .set(Attributes.DEFAULT_IMAGE, "good");
        for (int mode = 0; mode < 2; mode++) {
            shop.set(Attributes.DEFAULT_IMAGE_MODE, mode);
            assertEquals(Freshness.NO_STORE, reply(request, Forwardable.BARRED).freshness());
            assertTrue(reply(request, Forwardable.NO).freshness().storable());
            assertTrue(
                    reply(request, Forwardable.BARRED_PER_CATALOG).freshness().storable());
        }
    }

    @Test
    void aDefaultImageThatAllGetIsKeptAsBefore() {
        shop.set(Attributes.DEFAULT_IMAGE, "good");
        assertTrue(reply("elsewhere", Forwardable.BARRED).freshness().storable());
        assertTrue(reply("good", Forwardable.BARRED).freshness().storable());
    }

    @Test
    void aFilteredCatalogKeepsTheSecondarysAnswerFromSharedCaches() {
        assertTrue(
                assertInstanceOf(Forward.class, serve("gone", Forwardable.YES)).shareable());
        catalogs.tenant("office")
                .set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("127.0.0.0/8"))
                .record("plan", "good");
        Forward forward = assertInstanceOf(Forward.class, serve("gone?mask=office/plan", Forwardable.YES));
        assertFalse(forward.shareable());
        assertFalse(forward.onNoResponse().apply(DOWN).freshness().shareable());
    }

    @Test
    void aCatalogHasAServerOfItsOwn() {
        shop.set(Attributes.ERROR_REDIRECT_ROOT_URL, Optional.of(Secondary.listOf("http://b http://c")))
                .set(Attributes.ERROR_REDIRECT_SOCKET_TIMEOUT, Optional.of(Duration.ofSeconds(1)));
        for (Forwardable forwardable : List.of(Forwardable.YES, Forwardable.PER_CATALOG)) {
            Forward forward = assertInstanceOf(Forward.class, serve("gone", forwardable));
            assertEquals(
                    new RedirectTarget(
                            Optional.of(Secondary.listOf("http://b http://c")),
                            Optional.empty(),
                            Optional.of(Duration.ofSeconds(1))),
                    forward.target());
        }
        assertInstanceOf(Reply.class, serve("gone", Forwardable.NO));
    }

    @Test
    void aCatalogWantsNone() {
        shop.set(Attributes.ERROR_REDIRECT_ROOT_URL, Optional.of(List.of()));
        assertInstanceOf(Reply.class, serve("gone", Forwardable.YES));
    }

    @Test
    void noRequestSaysWhere() {
        String sets = "$ErrorRedirectRootUrl=http://evil&ErrorRedirectRootUrl=http://evil";
        Forward forward = assertInstanceOf(Forward.class, serve("gone?" + sets, Forwardable.YES));
        assertEquals(RedirectTarget.OF_THE_SERVER, forward.target());
        assertInstanceOf(Reply.class, serve("gone?" + sets, Forwardable.PER_CATALOG));
    }

    @Test
    void whenTheSecondaryGivesNoAnswerTextDoes() {
        shop.set(Attributes.DEFAULT_IMAGE, "good").set(Attributes.ERROR_IMAGE, "good");
        assertEquals(
                new StandIn(StandIn.Kind.TEXT, FailureKind.SECONDARY_DOWN),
                unanswered("gone").standIn());
    }

    @Test
    void orWhatTheLadderHasBelow() {
        shop.set(Attributes.DEFAULT_IMAGE, "good")
                .set(Attributes.ERROR_IMAGE, "good")
                .set(Attributes.ERROR_REDIRECT_FALLBACK, RedirectFallback.STAND_IN);
        assertEquals(
                new StandIn(StandIn.Kind.DEFAULT_IMAGE, FailureKind.SOURCE_MISSING),
                unanswered("gone").standIn());
        assertEquals(
                new StandIn(StandIn.Kind.ERROR_IMAGE, FailureKind.SOURCE_CORRUPT),
                unanswered("corrupt").standIn());
        assertEquals(Freshness.NO_STORE, unanswered("gone").freshness());
        shop.set(Attributes.DEFAULT_IMAGE_MODE, 1);
        assertEquals(
                new StandIn(StandIn.Kind.DEFAULT_IMAGE, FailureKind.SOURCE_MISSING),
                unanswered("good?layer=1&src=gone").standIn());
    }

    @Test
    void andTextAboutTheSecondaryWhenNothingStandsIn() {
        shop.set(Attributes.ERROR_REDIRECT_FALLBACK, RedirectFallback.STAND_IN);
        StandIn told = new StandIn(StandIn.Kind.TEXT, FailureKind.SECONDARY_DOWN);
        assertEquals(told, unanswered("gone").standIn());
        assertEquals(told, unanswered("gone?req=props").standIn());
        shop.set(Attributes.DEFAULT_IMAGE, "corrupt").set(Attributes.ERROR_IMAGE, "gone");
        assertEquals(told, unanswered("gone").standIn());
    }

    private Reply reply(String request, Forwardable forwardable) {
        return assertInstanceOf(Reply.class, serve(request, forwardable));
    }

    private Reply unanswered(String request) {
        Forward forward = assertInstanceOf(Forward.class, serve(request, Forwardable.YES));
        return forward.onNoResponse().apply(DOWN);
    }

    private Answer serve(String request, Forwardable forwardable) {
        int query = request.indexOf('?');
        return engine.serve(new Call(
                "shop/" + (query < 0 ? request : request.substring(0, query)),
                query < 0 ? null : request.substring(query + 1),
                InetAddress.getLoopbackAddress(),
                Instant.now().plusSeconds(60),
                forwardable,
                catalogs,
                new AccessRecord(),
                false));
    }
}
