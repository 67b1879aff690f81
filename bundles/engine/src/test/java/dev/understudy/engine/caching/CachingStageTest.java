package dev.understudy.engine.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Attributes;
import dev.understudy.engine.codec.Edition;
import dev.understudy.engine.gate.AdmissionPermit;
import dev.understudy.engine.gate.WorkLimits;
import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.RequestPlanner;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.CacheUse;
import dev.understudy.observe.ServingListeners;
import dev.understudy.serve.Body;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code cache=} does to the reply that this server keeps. */
class CachingStageTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final TestCatalogs catalogs = TestCatalogs.sample();
    private final WorkScheduler scheduler = new WorkScheduler(
            new WorkLimits(1, 10, 1), (worker, failure, time) -> {}, new ServingListeners(), InstantSource.system());
    private final PlainCache cache = new PlainCache();
    private long modified = 1;
    private int font = 1;
    private final CachingStage stage = new CachingStage(
            cache,
            new CacheValidator(new Files(), Duration.ofMinutes(1), InstantSource.fixed(NOW)),
            (request, permit) -> Reply.of("image/test", drawn().getBytes(StandardCharsets.UTF_8))
                    .withStamps(List.of(stamp(request.sources().get(0)))),
            new PlanKeyCache(Edition.of("1")));

    @BeforeEach
    void keepOne() throws Exception {
        assertEquals("source 1, font 1", made(""));
    }

    @AfterEach
    void close() {
        scheduler.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void withoutItAChangedSourceShowsWhenThePolicySaysSo(int policy) throws Exception {
        catalogs.defaults().set(Attributes.CACHE_VALIDATION_POLICY, policy);
        modified = 2;
        assertEquals("source 1, font 1", made(""));
        assertEquals("source 1, font 1", text(stage.find(request(""))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void validateLooksAtTheSourcesNow(int policy) throws Exception {
        catalogs.defaults().set(Attributes.CACHE_VALIDATION_POLICY, policy);
        font = 2;
        assertNotNull(stage.find(request("cache=validate")));
        assertEquals("source 1, font 1", made("cache=validate"), "what is not a source is not looked at");
        modified = 2;
        assertNull(stage.find(request("cache=validate")));
        assertEquals("source 2, font 2", made("cache=validate"));
        assertEquals("source 2, font 2", made(""), "for those who do not ask, too");
    }

    @Test
    void updateMakesItAnew() throws Exception {
        font = 2;
        assertNull(stage.find(request("cache=update")));
        assertEquals("source 1, font 2", made("cache=update"));
        assertEquals("source 1, font 2", made(""), "for those who do not ask, too");
    }

    @Test
    void updateDoesNotTakeWhatAnotherRequestBeganBeforeIt() throws Exception {
        cache.beingMade = Reply.of("image/test", "from before".getBytes(StandardCharsets.UTF_8));
        font = 2;
        assertEquals("source 1, font 2", made("cache=update"));
    }

    @Test
    void clientsMayKeepTheReplyAsEver() throws Exception {
        for (String query : List.of("cache=validate", "cache=update")) {
            assertEquals(request("").freshness(), request(query).freshness());
        }
    }

    /** A cache that servers share is told by the freshness what is not for all. */
    @Test
    void whoMayKeepTheReplyIsToldTheCache() throws Exception {
        assertTrue(cache.made.freshness().storable() && cache.made.freshness().shareable());
        catalogs.tenant("shop").set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("10.0.0.0/8"));
        made("cache=update");
        assertFalse(cache.made.freshness().shareable());
    }

    private String made(String query) throws Exception {
        PlannedRequest request = request(query);
        try (AdmissionPermit permit = scheduler.admit("", Instant.MAX)) {
            return text(stage.make(request, permit));
        }
    }

    private PlannedRequest request(String query) throws ServeException {
        return RequestPlanner.plan(TestRequests.read("shop/bowl", query, catalogs));
    }

    private String drawn() {
        return "source " + modified + ", font " + font;
    }

    private static String text(Reply reply) {
        return new String(((Body.Bytes) reply.body()).bytes(), StandardCharsets.UTF_8);
    }

    private Stamp stamp(SourceKey key) {
        return new Stamp(key, modified, 1, "");
    }

    private final class Files implements SourceAccess {

        @Override
        public Stamp stamp(SourceKey key) {
            return CachingStageTest.this.stamp(key);
        }

        @Override
        public Source open(SourceKey key) {
            throw new AssertionError("nothing is opened here");
        }
    }

    private static final class PlainCache implements ReplyCache {

        private final Map<String, Reply> kept = new HashMap<>();
        /** What another request is just making. */
        private Reply beingMade;

        private Reply made;

        @Override
        public Reply find(String key, Predicate<CachedReply> isGood) {
            Reply reply = kept.get(key);
            return reply != null && isGood.test(new CachedReply(reply, NOW)) ? reply : null;
        }

        @Override
        public CachedReply findLastGood(String key) {
            Reply reply = kept.get(key);
            return reply == null ? null : new CachedReply(reply, NOW);
        }

        @Override
        public Reply fetch(String key, Predicate<CachedReply> isGood, ReplyLoader loader) throws ServeException {
            Reply found = find(key, isGood);
            if (found == null && beingMade != null) {
                found = beingMade;
                beingMade = null;
            }
            if (found != null) {
                return found.withCacheUse(CacheUse.REUSED);
            }
            made = loader.make();
            kept.put(key, made);
            return made.withCacheUse(CacheUse.CREATED);
        }
    }
}
