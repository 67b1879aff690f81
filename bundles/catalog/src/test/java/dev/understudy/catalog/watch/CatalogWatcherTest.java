package dev.understudy.catalog.watch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.load.TenantConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CatalogWatcherTest {

    private static final CatalogSettings SETTINGS =
            new CatalogSettings(Optional.empty(), Duration.ofMillis(100), Duration.ZERO, true);
    private static final TenantConfiguration ACME =
            new TenantConfiguration("acme", Map.of("RootId", "acme"), CatalogFixture.NOW);

    @Test
    void looksAgainAndAgainEvenAfterAFailure() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        CountDownLatch served = new CountDownLatch(1);
        Supplier<List<TenantConfiguration>> configurations = () -> switch (looks.getAndIncrement()) {
            case 0 -> List.of();
            case 1 -> throw new IllegalStateException("expected by the test");
            default -> {
                if (looks.get() > 3) {
                    served.countDown();
                }
                yield List.of(ACME);
            }
        };
        CatalogStore store = new CatalogStore(SETTINGS, configurations::get, Optional::empty, () -> CatalogFixture.NOW);
        try (CatalogWatcher watcher = new CatalogWatcher(store, SETTINGS)) {
            watcher.wake();
            assertTrue(served.await(30, TimeUnit.SECONDS));
        }
        assertTrue(store.catalogs().catalog("acme").isPresent());
    }

    @Test
    void manyChangesThatComeTogetherAreOneLook() throws Exception {
        CatalogSettings rarely = new CatalogSettings(Optional.empty(), Duration.ofHours(1), Duration.ZERO, true);
        AtomicInteger looks = new AtomicInteger();
        CountDownLatch looked = new CountDownLatch(2);
        Supplier<List<TenantConfiguration>> configurations = () -> {
            looks.incrementAndGet();
            looked.countDown();
            return List.of(ACME);
        };
        CatalogStore store = new CatalogStore(rarely, configurations::get, Optional::empty, () -> CatalogFixture.NOW);
        try (CatalogWatcher watcher = new CatalogWatcher(store, rarely)) {
            long start = System.nanoTime();
            for (int i = 0; i < 10_000; i++) {
                watcher.wake();
            }
            assertTrue(looked.await(30, TimeUnit.SECONDS));
            // A look each 50 ms at most, and the one that the store itself takes at the start.
            long most = 3 + (System.nanoTime() - start) / 50_000_000;
            assertTrue(looks.get() <= most, looks.get() + " looks, " + most + " allowed");
        }
    }
}
