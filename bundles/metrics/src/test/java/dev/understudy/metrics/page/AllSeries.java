package dev.understudy.metrics.page;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.CatalogStatus;
import dev.understudy.catalog.Catalogs;
import dev.understudy.failure.FailureKind;
import dev.understudy.metrics.figure.CacheSeries;
import dev.understudy.metrics.figure.CatalogSeries;
import dev.understudy.metrics.figure.CertificateSeries;
import dev.understudy.metrics.figure.ClusterSeries;
import dev.understudy.metrics.figure.ForeignSeries;
import dev.understudy.metrics.figure.JvmSeries;
import dev.understudy.metrics.figure.LoadSeries;
import dev.understudy.metrics.figure.QuarantineSeries;
import dev.understudy.metrics.figure.RootSeries;
import dev.understudy.metrics.figure.SecondarySeries;
import dev.understudy.metrics.figure.WarmingSeries;
import dev.understudy.metrics.figure.WorkSeries;
import dev.understudy.metrics.request.RequestMetrics;
import dev.understudy.metrics.request.WorkMetrics;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheCluster;
import dev.understudy.observe.CacheUse;
import dev.understudy.observe.CachedReplies;
import dev.understudy.observe.EngineLoad.LoadFigures;
import dev.understudy.observe.ForeignImages.ForeignFigures;
import dev.understudy.observe.Quarantine;
import dev.understudy.observe.ReplySelection;
import dev.understudy.observe.RequestLoad.RequestFigures;
import dev.understudy.observe.Secondaries;
import dev.understudy.observe.ServerCertificates.ServerCertificate;
import dev.understudy.observe.ServingListener.WorkStep;
import dev.understudy.observe.SourceRoots;
import dev.understudy.observe.SourceWarming;
import dev.understudy.serve.Body;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** A registry with every series that there is, none of them empty. */
final class AllSeries {

    private AllSeries() {}

    static PrometheusRegistry registry() {
        PrometheusRegistry registry = new PrometheusRegistry();
        RequestMetrics requests = new RequestMetrics(registry);
        AccessRecord hit = new AccessRecord();
        hit.cacheUse(CacheUse.REUSED);
        requests.count("GET", "/is/image", 200, 1_000_000, hit);
        AccessRecord missing = new AccessRecord();
        missing.failure(FailureKind.SOURCE_MISSING);
        missing.standIn("text");
        requests.count("GET", "/is/image", 403, 1_000_000, missing);
        WorkMetrics work = new WorkMetrics(registry);
        for (WorkStep step : WorkStep.values()) {
            work.count(step, step == WorkStep.WAIT ? "" : "jpeg", 1_000_000, 1_000);
        }
        System.gc();
        registry.register(new JvmSeries());
        registry.register(new CacheSeries(new Cache()));
        registry.register(new ClusterSeries(new Three()));
        registry.register(new CatalogSeries(new Loaded()));
        registry.register(new QuarantineSeries(new Damaged()));
        registry.register(new WarmingSeries(new Warming()));
        registry.register(new ForeignSeries(() -> new ForeignFigures(1, 2, 3, 4, 5, 6, 7)));
        registry.register(new RootSeries(new Roots()));
        registry.register(new SecondarySeries(new Pair()));
        registry.register(new LoadSeries(() -> new RequestFigures(3, Duration.ofMillis(1500))));
        registry.register(new CertificateSeries(() -> List.of(new ServerCertificate(
                List.of("images.example.com"), Instant.EPOCH, Instant.ofEpochSecond(1_800_000_000)))));
        registry.register(new WorkSeries(() -> new LoadFigures(1, 2, 3, 4, 5, 6, 7, 8)));
        return registry;
    }

    static String page(String accept) {
        Body.Bytes page = (Body.Bytes) new MetricsPage(registry()).reply(accept).body();
        return new String(page.bytes(), StandardCharsets.UTF_8);
    }

    /** A service that has nothing but the default catalog. */
    private static <T> T only(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                AllSeries.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "defaultCatalog" -> only(Catalog.class);
                    case "all" -> List.of();
                    default -> throw new AssertionError(method + " is asked for");
                }));
    }

    private static final class Roots implements SourceRoots {
        @Override
        public List<SourceRoot> entries() {
            return List.of(new SourceRoot("image.rootPath", 1, State.PRESENT));
        }

        @Override
        public Map<StoreState, Integer> storeStates() {
            return Map.of(StoreState.OK, 2, StoreState.DOWN, 1);
        }

        @Override
        public KeptFigures kept() {
            return new KeptFigures(1, 2, 3, 4, Map.of(FetchOutcome.FETCHED, 5L, FetchOutcome.PART, 6L), 7, 8.5);
        }
    }

    private static final class Cache implements CachedReplies {
        @Override
        public CacheFigures figures() {
            return new CacheFigures(1, 2, 3, 4, 5, 6, 7);
        }

        @Override
        public int purge(BiPredicate<ReplyOrigin, Instant> which) {
            throw new AssertionError("nothing is purged here");
        }
    }

    private static final class Three implements CacheCluster {
        @Override
        public ClusterFigures figures() {
            List<ClusterServer> servers = List.of(
                    new ClusterServer("a", true, true),
                    new ClusterServer("b", false, true),
                    new ClusterServer("c", false, false));
            return new ClusterFigures(
                    State.JOINED,
                    null,
                    servers,
                    1,
                    2,
                    3,
                    new LookupFigures(1, 2, 3, 4, 5, 6, 7),
                    new OfferFigures(1, 2, 3, 4));
        }

        @Override
        public int forget(ReplySelection which) {
            throw new AssertionError("nothing is purged here");
        }
    }

    private static final class Loaded implements CatalogService {
        @Override
        public Catalogs catalogs() {
            return only(Catalogs.class);
        }

        @Override
        public List<CatalogProblem> problems() {
            return List.of(new CatalogProblem("shop", "shop.ini", 1, "bad", CatalogStatus.State.STALE, Instant.EPOCH));
        }

        @Override
        public long loads() {
            return 3;
        }
    }

    private static final class Damaged implements Quarantine {
        @Override
        public List<QuarantinedSource> entries() {
            return List.of(new QuarantinedSource("a.jpg", FailureKind.SOURCE_CORRUPT, "bad", Instant.EPOCH, 1));
        }

        @Override
        public boolean release(String file) {
            return false;
        }

        @Override
        public int releaseAll() {
            return 0;
        }
    }

    private static final class Warming implements SourceWarming {
        @Override
        public WarmingFigures figures() {
            return new WarmingFigures(1, 2, 3, 4, 5, 6);
        }

        @Override
        public int warm(Collection<CatalogRecord> records) {
            return 0;
        }

        @Override
        public int purge(Collection<ReplySelection> which) {
            return 0;
        }
    }

    private static final class Pair implements Secondaries {
        @Override
        public List<SecondaryStatus> entries() {
            List<ForwardCount> counts = List.of(new ForwardCount(FailureKind.SOURCE_MISSING, ANSWERED, 118));
            return List.of(
                    status("http://b.example", BreakerState.OPEN, counts),
                    status("http://b.example", BreakerState.CLOSED, counts));
        }

        private static SecondaryStatus status(String url, BreakerState breaker, List<ForwardCount> counts) {
            return new SecondaryStatus(url, Duration.ZERO, Duration.ZERO, true, breaker, 2, null, counts);
        }

        @Override
        public boolean forAllCatalogs() {
            return true;
        }

        @Override
        public int reset() {
            return 0;
        }
    }
}
