package dev.understudy.engine.service;

import static dev.understudy.engine.service.EngineSetup.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Attributes;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Body;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.source.ForeignUrl;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last good image of a request whose source is gone or damaged: when it stands in, and when not. */
class LastGoodImagesTest {

    private static final Failure.SecondaryFailure REFUSED =
            new Failure.SecondaryFailure(FailureKind.SECONDARY_UNREACHABLE, "refused", null);

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private final TestCatalog shop =
            catalogs.tenant("shop").record("one", "one").record("two", "two").record("default", "default");
    private final KeptReplies cache = new KeptReplies();
    private TestImages images;
    private Engine engine;
    private Instant now = Instant.now();
    private AccessRecord log = new AccessRecord();

    @BeforeEach
    void begin() throws Exception {
        shop.set(Attributes.STALE_IF_ERROR, Duration.ofHours(2)).set(Attributes.EXPIRATION, Duration.ofHours(10));
        images = new TestImages(Files.write(folder.resolve("image"), new byte[100]));
        engine = EngineSetup.engine(
                2, 10, images, cache, new FailedSources(10, InstantSource.system()), Map.of(), () -> now);
    }

    @AfterEach
    void end() {
        engine.close();
    }

    @Test
    void anImageWhoseFileIsGoneIsServedAsItWas() {
        Reply good = reply("shop/one?wid=20");
        images.without("one");
        now = now.plusSeconds(120);
        Reply stale = reply("shop/one?wid=20");
        assertEquals(new StandIn(StandIn.Kind.STALE, FailureKind.SOURCE_MISSING), stale.standIn());
        assertEquals(200, stale.status());
        assertArrayEquals(bytes(good), bytes(stale));
        assertEquals(good.digest(), stale.digest());
        assertNull(stale.lastModified());
        assertEquals(Freshness.of(Duration.ofMinutes(1)), stale.freshness());
        assertTrue(log.exception().startsWith("source.missing"), log.exception());
        images.arrives("one");
        assertNull(reply("shop/one?wid=20").standIn());
    }

    @ParameterizedTest
    @ValueSource(strings = {"corrupt", "unavailable", "unknown"})
    void soIsADamagedOneAndOneWhoseRootIsGone(String fault) {
        String target = fault.equals("unknown") ? "shop/loose" : "shop/one";
        reply(target);
        now = now.plusSeconds(120);
        FailureKind kind = switch (fault) {
            case "corrupt" -> {
                images.changes("one");
                images.with("one", channel -> {
                    throw corrupt("one");
                });
                yield FailureKind.SOURCE_CORRUPT;
            }
            case "unavailable" -> {
                images.unavailable(true);
                yield FailureKind.STORAGE_UNAVAILABLE;
            }
            default -> {
                images.without("loose").without("shop/loose");
                yield FailureKind.OBJECT_UNKNOWN;
            }
        };
        assertEquals(new StandIn(StandIn.Kind.STALE, kind), reply(target).standIn());
    }

    @Test
    void whatWasNeverServedHasNone() {
        images.without("one").without("never").without("shop/never");
        assertEquals(StandIn.Kind.TEXT, reply("shop/one").standIn().kind());
        assertEquals(StandIn.Kind.TEXT, reply("shop/never").standIn().kind());
        images.arrives("one");
        reply("shop/one?wid=20");
        images.without("one");
        assertEquals(StandIn.Kind.TEXT, reply("shop/one?wid=21").standIn().kind());
    }

    @Test
    void itIsServedForAsLongAsTheCatalogSays() {
        reply("shop/one");
        images.without("one");
        now = now.plus(Duration.ofMinutes(119));
        assertEquals(StandIn.Kind.STALE, reply("shop/one").standIn().kind());
        now = now.plus(Duration.ofMinutes(2));
        assertEquals(StandIn.Kind.TEXT, reply("shop/one").standIn().kind());
    }

    @Test
    void nothingIsServedSoUnlessTheCatalogSaysSo() {
        shop.set(Attributes.STALE_IF_ERROR, Duration.ZERO);
        reply("shop/one");
        images.without("one");
        now = now.plusSeconds(120);
        assertEquals(StandIn.Kind.TEXT, reply("shop/one").standIn().kind());
    }

    @Test
    void anotherSourceThatHasChangedIsNeverShownAsItWas() {
        String both = "shop/one?layer=1&src=two";
        reply(both);
        images.without("one");
        now = now.plusSeconds(120);
        assertEquals(StandIn.Kind.STALE, reply(both).standIn().kind());
        images.changes("two");
        assertEquals(StandIn.Kind.TEXT, reply(both).standIn().kind());
        images.arrives("one");
        images.changes("one");
        images.with("one", channel -> {
            throw corrupt("one");
        });
        assertEquals(
                new StandIn(StandIn.Kind.TEXT, FailureKind.SOURCE_CORRUPT),
                reply(both).standIn());
    }

    /** A disk that fails changes neither the time nor the size of a file. */
    @Test
    void damageThatCannotBeSeenOfAFileMakesNoOtherOneTheDamagedOne() {
        String both = "shop/one?layer=1&src=two";
        reply(both);
        images.with("one", channel -> {
            throw corrupt("one");
        });
        images.changes("two");
        now = now.plusSeconds(120);
        assertEquals(
                new StandIn(StandIn.Kind.TEXT, FailureKind.SOURCE_CORRUPT),
                reply(both).standIn());
        assertEquals(
                new StandIn(StandIn.Kind.TEXT, FailureKind.SOURCE_CORRUPT),
                reply(both).standIn(),
                "nor when it is known from before");
    }

    @Test
    void aChangedSoundFileIsServedAsItIs() {
        reply("shop/one");
        int before = images.decoded.get();
        images.changes("one");
        now = now.plusSeconds(120);
        assertNull(reply("shop/one").standIn());
        assertEquals(before + 1, images.decoded.get());
    }

    @Test
    void theSecondaryServerComesBeforeItAndTheDefaultImageAfterIt() {
        shop.set(Attributes.DEFAULT_IMAGE, "default");
        reply("shop/one");
        images.without("one").without("two");
        now = now.plusSeconds(120);
        Forward forward = assertInstanceOf(Forward.class, serve("shop/one", Forwardable.YES));
        Reply unanswered = forward.onNoResponse().apply(REFUSED);
        assertEquals(StandIn.Kind.STALE, unanswered.standIn().kind());
        assertEquals(Freshness.NO_STORE, unanswered.freshness());
        assertEquals(StandIn.Kind.STALE, reply("shop/one").standIn().kind());
        assertEquals(StandIn.Kind.DEFAULT_IMAGE, reply("shop/two").standIn().kind());
        Forward other = assertInstanceOf(Forward.class, serve("shop/two", Forwardable.YES));
        assertEquals("secondary.unreachable", text(other.onNoResponse().apply(REFUSED)));
    }

    @Test
    void whoIsBarredFromTheSecondaryServerByAMarkOfItsOwnMayNotKeepIt() {
        reply("shop/one");
        images.without("one");
        now = now.plusSeconds(120);
        Reply barred = assertInstanceOf(Reply.class, serve("shop/one", Forwardable.BARRED));
        assertEquals(StandIn.Kind.STALE, barred.standIn().kind());
        assertEquals(Freshness.NO_STORE, barred.freshness());
    }

    @Test
    void clientsThatAreFilteredKeepItForThemselves() {
        shop.set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("127.0.0.1"));
        reply("shop/one");
        images.without("one");
        now = now.plusSeconds(120);
        Reply stale = reply("shop/one");
        assertEquals(StandIn.Kind.STALE, stale.standIn().kind());
        assertEquals(new Freshness(true, Duration.ofMinutes(1), false), stale.freshness());
    }

    @Test
    void whoWantsNothingOfTheCacheGetsNone() {
        reply("shop/one");
        images.without("one");
        now = now.plusSeconds(120);
        assertEquals(StandIn.Kind.TEXT, reply("shop/one?cache=off").standIn().kind());
        assertEquals(Freshness.NO_STORE, reply("shop/one?cache=off,on").freshness(), "the client is to keep nothing");
        assertEquals(
                StandIn.Kind.STALE, reply("shop/one?cache=validate").standIn().kind());
        assertEquals(StandIn.Kind.TEXT, reply("shop/one?req=props").standIn().kind());
    }

    @Test
    void foreignImagesHaveNone() throws Exception {
        shop.set(Attributes.ALLOW_DIRECT_URLS, true).set(Attributes.TRUSTED_DOMAINS, List.of("*"));
        String foreign = "shop/one?layer=1&src={http://example.com/a}";
        assertNull(reply(foreign).standIn());
        images.without("one").without(ForeignUrl.of("http://example.com/a").toString());
        now = now.plusSeconds(120);
        assertEquals(StandIn.Kind.TEXT, reply(foreign).standIn().kind());
    }

    private static ServeException corrupt(String name) {
        return new ServeException(new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, name, "cut short", null));
    }

    private Reply reply(String target) {
        return assertInstanceOf(Reply.class, serve(target, Forwardable.NO));
    }

    private Answer serve(String target, Forwardable forwardable) {
        String[] parts = target.split("\\?", 2);
        log = new AccessRecord();
        return engine.serve(new Call(
                parts[0],
                parts.length > 1 ? parts[1] : null,
                InetAddress.getLoopbackAddress(),
                now.plusSeconds(60),
                forwardable,
                catalogs,
                log,
                false));
    }

    private static byte[] bytes(Reply reply) {
        return ((Body.Bytes) reply.body()).bytes();
    }
}
