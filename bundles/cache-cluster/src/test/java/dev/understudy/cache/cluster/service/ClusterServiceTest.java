package dev.understudy.cache.cluster.service;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.cache.cluster.settings.ClusterSettings;
import dev.understudy.cache.cluster.settings.SourceCheck;
import dev.understudy.observe.CachedReplies;
import dev.understudy.observe.ReplySelection;
import dev.understudy.settings.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class ClusterServiceTest {

    /** While the bundle of the cache is updated there is none. */
    @Test
    void aCacheThatComesLaterForgetsWhatWasPurgedMeanwhile() throws Exception {
        ClusterSettings settings = new ClusterSettings(
                List.of(),
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                true,
                SourceCheck.CONTENT,
                1 << 20,
                5701,
                "",
                "test",
                new Secret(""));
        ReplyCacheStub cache = new ReplyCacheStub();
        ClusterService service = new ClusterService(settings);
        try (service) {
            service.status().forget(ReplySelection.of(Set.of("shop/oak"), Set.of()));
            service.use(cache);
            BiPredicate<CachedReplies.ReplyOrigin, Instant> which = cache.purged.get(30, TimeUnit.SECONDS);
            CachedReplies.ReplyOrigin oak = new CachedReplies.ReplyOrigin(List.of("shop/oak"), Set.of());
            CachedReplies.ReplyOrigin elm = new CachedReplies.ReplyOrigin(List.of("shop/elm"), Set.of());
            assertTrue(which.test(oak, Instant.now()));
            assertFalse(which.test(elm, Instant.now()));
            assertFalse(which.test(oak, Instant.now().plus(Duration.ofHours(1))));
        }
        // One that comes when all is over is taken as it is.
        service.use(cache);
    }

    private static final class ReplyCacheStub implements CachedReplies {

        private final CompletableFuture<BiPredicate<ReplyOrigin, Instant>> purged = new CompletableFuture<>();

        @Override
        public CacheFigures figures() {
            throw new AssertionError("not asked for");
        }

        @Override
        public int purge(BiPredicate<ReplyOrigin, Instant> which) {
            purged.complete(which);
            return 0;
        }
    }
}
