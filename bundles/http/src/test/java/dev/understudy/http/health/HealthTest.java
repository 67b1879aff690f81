package dev.understudy.http.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.CatalogStatus.State;
import dev.understudy.catalog.Catalogs;
import dev.understudy.failure.FailureKind;
import dev.understudy.http.DetailClients;
import dev.understudy.http.LocalServer;
import dev.understudy.http.lease.SlotState;
import dev.understudy.observe.CacheCluster;
import dev.understudy.observe.CachedReplies;
import dev.understudy.observe.EngineLoad;
import dev.understudy.observe.ForeignImages;
import dev.understudy.observe.Quarantine;
import dev.understudy.observe.RecentFailures;
import dev.understudy.observe.ReplySelection;
import dev.understudy.observe.Secondaries;
import dev.understudy.observe.SourceWarming;
import dev.understudy.settings.LiveSettings;
import dev.understudy.settings.SettingSyntax;
import dev.understudy.settings.SettingTable;
import dev.understudy.settings.SettingValues;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.eclipse.jetty.http.HttpTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The report of {@code /health}. */
class HealthTest {

    private final Map<String, SlotState> mounts = new LinkedHashMap<>();
    private final List<RecentFailures.FailureRecord> failures = new ArrayList<>();
    private DetailClients access = new DetailClients(AddressFilter.ANYONE);
    private final Health health = new Health(() -> mounts, () -> null, () -> failures);
    private LocalServer server;

    /** Catalogs of these root ids beside the default catalog. */
    private record Tenants(List<String> rootIds, List<CatalogProblem> problems) implements CatalogService {
        @Override
        public Catalogs catalogs() {
            TestCatalogs catalogs = new TestCatalogs();
            rootIds.forEach(catalogs::tenant);
            return catalogs;
        }
    }

    private record Bad(List<String> files) implements Quarantine {
        @Override
        public List<QuarantinedSource> entries() {
            return files.stream()
                    .map(file -> new QuarantinedSource(file, FailureKind.SOURCE_CORRUPT, "cut short", Instant.EPOCH, 1))
                    .toList();
        }

        @Override
        public boolean release(String file) {
            throw new AssertionError("health releases nothing");
        }

        @Override
        public int releaseAll() {
            throw new AssertionError("health releases nothing");
        }
    }

    private static RecentFailures.FailureRecord failure(FailureKind kind, String rootId, long count, long last) {
        Instant time = Instant.ofEpochMilli(last * 1000 + 999);
        return new RecentFailures.FailureRecord(kind, rootId, count, Instant.EPOCH, time, "/is/image/x");
    }

    private static CatalogProblem problem(String rootId, String file, int line, String message, State state) {
        return new CatalogProblem(rootId, file, line, message, state, Instant.EPOCH);
    }

    @BeforeEach
    void start() throws Exception {
        server = LocalServer.of(Health.MOUNT, new HealthHandler(health, request -> access.allows(request)));
        mounts.put(Health.MOUNT, SlotState.SERVING);
        mounts.put("/is/image", SlotState.SERVING);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private void is(int status, String json) throws Exception {
        HttpTester.Response response = server.get("/health");
        String troubles =
                ",\"quarantine\":{\"count\":0,\"newest\":[]},\"failures\":[],\"ignored\":[],\"secondaries\":[],\"settings\":[]}\n";
        assertEquals(json.substring(0, json.length() - 1) + troubles, response.getContent());
        assertEquals(status, response.getStatus());
        assertEquals("application/json", response.get("Content-Type"));
        assertEquals("no-store", response.get("Cache-Control"));
    }

    @Test
    void allIsWell() throws Exception {
        health.catalogs(new Tenants(List.of("shop", "gallery"), List.of()));
        is(
                200,
                "{\"live\":true,\"ready\":true,\"tenants\":[{\"name\":\"default\",\"state\":\"ok\",\"problem\":null},"
                        + "{\"name\":\"gallery\",\"state\":\"ok\",\"problem\":null},"
                        + "{\"name\":\"shop\",\"state\":\"ok\",\"problem\":null}],"
                        + "\"mounts\":[{\"mount\":\"/is/image\",\"state\":\"serving\"}]}");
    }

    @Test
    void withoutCatalogsItIsNotReady() throws Exception {
        is(
                503,
                "{\"live\":true,\"ready\":false,\"tenants\":[],"
                        + "\"mounts\":[{\"mount\":\"/is/image\",\"state\":\"serving\"}]}");
    }

    @Test
    void replacedCatalogsDoNotUnsetTheirSuccessors() throws Exception {
        Tenants before = new Tenants(List.of(), List.of());
        health.catalogs(before);
        health.catalogs(new Tenants(List.of(), List.of()));
        health.unsetCatalogs(before);
        assertEquals(200, server.get("/health").getStatus());
    }

    @Test
    void withoutImagesItIsNotReady() throws Exception {
        health.catalogs(new Tenants(List.of(), List.of()));
        mounts.put("/is/image", SlotState.GONE);
        mounts.put("/is/content", SlotState.SWAPPING);
        mounts.put("/is/odd", SlotState.UNKNOWN);
        is(
                503,
                "{\"live\":true,\"ready\":false,\"tenants\":[{\"name\":\"default\",\"state\":\"ok\",\"problem\":null}],"
                        + "\"mounts\":[{\"mount\":\"/is/image\",\"state\":\"gone\"},"
                        + "{\"mount\":\"/is/content\",\"state\":\"swapping\"}]}");
    }

    @Test
    void aHandlerThatIsBeingReplacedCountsAsReady() throws Exception {
        mounts.put("/is/image", SlotState.SWAPPING);
        is(
                200,
                "{\"live\":true,\"ready\":true,\"tenants\":[],"
                        + "\"mounts\":[{\"mount\":\"/is/image\",\"state\":\"swapping\"}]}");
    }

    @Test
    void aServerThatStopsIsNotReady() throws Exception {
        health.catalogs(new Tenants(List.of(), List.of()));
        health.stopping();
        assertEquals(503, server.get("/health").getStatus());
    }

    @Test
    void tenantsWithProblemsAreNamedWithoutTheirFolders() throws Exception {
        health.catalogs(new Tenants(
                List.of("gallery", "shop"),
                List.of(
                        problem("shop", "/srv/catalogs/shop.tsv", 7, "no \"quote\"", State.PROBLEM),
                        problem("shop", "/srv/catalogs/shop.ini", 3, "older", State.PROBLEM),
                        problem("gallery", "gallery.ini", 0, "newer, harmless", State.PROBLEM),
                        problem("gallery", "/srv/gallery.ini", 12, "cut off", State.STALE),
                        problem("lost", "lost.ini", 1, "RootId\nmissing", State.FAILED))));
        is(
                200,
                "{\"live\":true,\"ready\":true,\"tenants\":[{\"name\":\"default\",\"state\":\"ok\",\"problem\":null},"
                        + "{\"name\":\"gallery\",\"state\":\"stale\",\"problem\":\"gallery.ini:12: cut off\"},"
                        + "{\"name\":\"lost\",\"state\":\"failed\",\"problem\":\"lost.ini:1: RootId\\u000amissing\"},"
                        + "{\"name\":\"shop\",\"state\":\"problem\",\"problem\":\"shop.tsv:7: no \\\"quote\\\"\"}],"
                        + "\"mounts\":[{\"mount\":\"/is/image\",\"state\":\"serving\"}]}");
    }

    /** Returns the report of {@code /health} after the mounts. */
    private String troubles() throws Exception {
        String json = server.get("/health").getContent();
        return json.substring(json.indexOf(",\"quarantine\"") + 1).strip();
    }

    @Test
    void theNewestSourcesInQuarantineAreNamedWithoutTheirFolders() throws Exception {
        Bad bad = new Bad(List.of("/srv/images/a \"b\".jpg", "shop\\c.jpg", "d", "shop/e", "shop/f", "shop/g"));
        health.quarantine(bad);
        String listed =
                "\"quarantine\":{\"count\":6,\"newest\":[\"a \\\"b\\\".jpg\",\"c.jpg\",\"d\",\"e\",\"f\"]},\"failures\":[],\"ignored\":[],\"secondaries\":[],\"settings\":[]}";
        assertEquals(listed, troubles());

        health.unsetQuarantine(new Bad(List.of()));
        assertEquals(listed, troubles());
        health.unsetQuarantine(bad);
        assertEquals(
                "\"quarantine\":{\"count\":0,\"newest\":[]},\"failures\":[],\"ignored\":[],\"secondaries\":[],\"settings\":[]}",
                troubles());
    }

    @Test
    void failuresAreCountedByCode() throws Exception {
        failures.add(failure(FailureKind.SOURCE_CORRUPT, "shop", 3, 90));
        failures.add(failure(FailureKind.SOURCE_MISSING, "shop", 1, 80));
        failures.add(failure(FailureKind.SOURCE_CORRUPT, "", 4, 70));
        assertEquals(
                "\"quarantine\":{\"count\":0,\"newest\":[]},\"failures\":["
                        + "{\"code\":\"source.corrupt\",\"count\":7,\"last\":\"1970-01-01T00:01:30Z\"},"
                        + "{\"code\":\"source.missing\",\"count\":1,\"last\":\"1970-01-01T00:01:20Z\"}],\"ignored\":[],\"secondaries\":[],\"settings\":[]}",
                troubles());
    }

    @Test
    void commandsThatDidNothingAreTold() throws Exception {
        RecentFailures two = new RecentFailures() {
            @Override
            public List<FailureRecord> entries() {
                return List.of();
            }

            @Override
            public List<IgnoredCommand> ignored() {
                Instant last = Instant.ofEpochSecond(90);
                return List.of(
                        new IgnoredCommand("op_usm", "shop", 3, last, last),
                        new IgnoredCommand("icc", "", 1, last, last));
            }
        };
        String json = HealthJson.details(new Health(() -> mounts, () -> null, two).report());
        assertTrue(
                json.contains(
                        "\"failures\":[],\"ignored\":["
                                + "{\"command\":\"op_usm\",\"tenant\":\"shop\",\"count\":3,\"last\":\"1970-01-01T00:01:30Z\"},"
                                + "{\"command\":\"icc\",\"tenant\":\"default\",\"count\":1,\"last\":\"1970-01-01T00:01:30Z\"}],"),
                json);
    }

    private record Servers(List<SecondaryStatus> entries) implements Secondaries {
        @Override
        public boolean forAllCatalogs() {
            return true;
        }

        @Override
        public int reset() {
            throw new AssertionError("health resets nothing");
        }
    }

    private static Secondaries.SecondaryStatus server(
            Boolean reachable,
            Secondaries.BreakerState breaker,
            Secondaries.LastFailure last,
            Secondaries.ForwardCount... counts) {
        return new Secondaries.SecondaryStatus(
                "http://10.1.2.3:8080", Duration.ZERO, Duration.ZERO, reachable, breaker, 2, last, List.of(counts));
    }

    @Test
    void secondaryServersHaveNumbersInsteadOfAddresses() throws Exception {
        Servers servers = new Servers(List.of(
                server(null, Secondaries.BreakerState.CLOSED, null),
                server(
                        false,
                        Secondaries.BreakerState.HALF_OPEN,
                        new Secondaries.LastFailure(
                                FailureKind.SECONDARY_TIMEOUT, "10.1.2.3", Instant.ofEpochMilli(90_999)),
                        new Secondaries.ForwardCount(FailureKind.SOURCE_MISSING, Secondaries.ANSWERED, 7),
                        new Secondaries.ForwardCount(FailureKind.SOURCE_MISSING, "secondary.timeout", 5))));
        health.secondaries(servers);
        String quiet = "\"quarantine\":{\"count\":0,\"newest\":[]},\"failures\":[],\"ignored\":[],";
        assertEquals(
                quiet + "\"secondaries\":["
                        + "{\"number\":1,\"reachable\":null,\"breaker\":\"closed\",\"underWay\":2,\"failure\":null,\"forwards\":[]},"
                        + "{\"number\":2,\"reachable\":false,\"breaker\":\"half-open\",\"underWay\":2,"
                        + "\"failure\":{\"code\":\"secondary.timeout\",\"last\":\"1970-01-01T00:01:30Z\"},\"forwards\":["
                        + "{\"reason\":\"source.missing\",\"outcome\":\"answered\",\"count\":7},"
                        + "{\"reason\":\"source.missing\",\"outcome\":\"secondary.timeout\",\"count\":5}]}],\"settings\":[]}",
                troubles());
        health.unsetSecondaries(servers);
        assertEquals(quiet + "\"secondaries\":[],\"settings\":[]}", troubles());
    }

    @Test
    void settingsThatCannotBeUsedAreShownWithoutTheirValues() throws Exception {
        SettingTable.Builder rows = SettingTable.of("test", "Test");
        rows.add("renders", "", "", "0", SettingSyntax.integer(0, 9), "images at a time");
        LiveSettings<SettingValues> settings = new LiveSettings<>(rows.build(), false, values -> values, values -> {});
        health.settings(settings);
        settings.update(
                Map.of("renders", "/secret", "rendrs", "1", "felix.fileinstall.filename", "file:/etc/test.cfg"),
                () -> {});
        String quiet = "\"quarantine\":{\"count\":0,\"newest\":[]},\"failures\":[],\"ignored\":[],\"secondaries\":[],";
        assertEquals(
                quiet + "\"settings\":[{\"file\":\"test.cfg\",\"setting\":\"renders\","
                        + "\"problem\":\"not a valid value; allowed: an integer from 0 to 9\"},"
                        + "{\"file\":\"test.cfg\",\"setting\":\"rendrs\","
                        + "\"problem\":\"not a setting; did you mean 'renders'?\"}]}",
                troubles());
        health.unsetSettings(settings);
        assertEquals(quiet + "\"settings\":[]}", troubles());
    }

    @Test
    void othersAreToldOfReadinessAlone() throws Exception {
        access = new DetailClients(AddressFilter.parse("127.0.0.0/8,::1"));
        assertEquals("{\"live\":true,\"ready\":false}\n", server.get("/health").getContent());
        health.catalogs(new Tenants(List.of("shop"), List.of(problem("shop", "shop.ini", 1, "secret", State.STALE))));
        HttpTester.Response response = server.get("/health");
        assertEquals("{\"live\":true,\"ready\":true}\n", response.getContent());
        assertEquals(200, response.getStatus());
    }

    @Test
    void headOptionsAndOtherMethods() throws Exception {
        assertEquals(503, server.send("HEAD /health").getStatus());
        assertEquals(204, server.send("OPTIONS /health").getStatus());
        assertEquals(405, server.send("POST /health").getStatus());
        assertEquals(404, server.get("/health/more").getStatus());
        assertEquals(503, server.get("/health?verbose").getStatus());
    }

    @Test
    void sourcesThatAreKeptSmallerAreCounted() throws Exception {
        SourceWarming warming = new SourceWarming() {
            @Override
            public WarmingFigures figures() {
                return new WarmingFigures(6, 1000, 2000, 1, 40, 2);
            }

            @Override
            public int warm(Collection<CatalogRecord> records) {
                return 0;
            }

            @Override
            public int purge(Collection<ReplySelection> which) {
                return 0;
            }
        };
        health.warming(warming);
        assertTrue(troubles()
                .endsWith("\"levels\":{\"count\":6,\"bytes\":1000,\"maxBytes\":2000,\"waiting\":1,\"used\":40,"
                        + "\"damaged\":2}}"));
        health.unsetWarming(warming);
        assertFalse(troubles().contains("levels"));
    }

    @Test
    void foreignImagesAreCounted() throws Exception {
        ForeignImages foreign = () -> new ForeignImages.ForeignFigures(3, 1000, 2000, 1, 40, 7, 2);
        health.foreign(foreign);
        assertTrue(troubles()
                .endsWith("\"foreign\":{\"count\":3,\"bytes\":1000,\"maxBytes\":2000,\"fetching\":1,\"fetched\":40,"
                        + "\"unchanged\":7,\"failed\":2}}"));
        health.unsetForeign(foreign);
        assertFalse(troubles().contains("foreign"));
    }

    @Test
    void theResponseCacheAndTheLoadAreTold() throws Exception {
        CachedReplies cache = new CachedReplies() {
            @Override
            public CacheFigures figures() {
                return new CacheFigures(12, 100, 3_000, 9_000, 2, 1, 0);
            }

            @Override
            public int purge(BiPredicate<ReplyOrigin, Instant> which) {
                throw new AssertionError("health purges nothing");
            }
        };
        EngineLoad load = () -> new EngineLoad.LoadFigures(7, 320, 2, 3, 1_000, 5_000, 4, 1);
        health.cache(cache);
        health.load(load);
        assertTrue(troubles()
                .endsWith(
                        "\"cache\":{\"count\":12,\"maxCount\":100,\"bytes\":3000,\"maxBytes\":9000,\"folders\":2,\"usable\":1},"
                                + "\"load\":{\"requests\":7,\"maxRequests\":320,\"rendering\":2,\"renders\":3,\"memory\":1000,"
                                + "\"maxMemory\":5000}}"));
        health.unsetCache(cache);
        health.unsetLoad(load);
        assertFalse(troubles().contains("cache") || troubles().contains("load"));
    }

    @Test
    void theServersThatShareRepliesAreCounted() throws Exception {
        CacheCluster cluster = new CacheCluster() {
            @Override
            public ClusterFigures figures() {
                return new ClusterFigures(
                        State.JOINED,
                        null,
                        List.of(
                                new ClusterServer("10.0.0.1:5701", true, true),
                                new ClusterServer("10.0.0.2:5701", false, false)),
                        8,
                        900,
                        1000,
                        new LookupFigures(1, 2, 3, 4, 5, 6, 7),
                        new OfferFigures(9, 10, 11, 12));
            }

            @Override
            public int forget(ReplySelection which) {
                throw new AssertionError("health purges nothing");
            }
        };
        health.cluster(cluster);
        assertTrue(
                troubles()
                        .endsWith(
                                "\"cluster\":{\"state\":\"joined\",\"servers\":2,\"notAnswering\":1,\"count\":8,\"bytes\":900,"
                                        + "\"maxBytes\":1000,\"lookups\":{\"hits\":1,\"misses\":2,\"timeouts\":3,\"skipped\":4,\"otherSources\":5,"
                                        + "\"purged\":6,\"damaged\":7},\"replies\":{\"stored\":9,\"dropped\":10,\"failed\":11,\"unshared\":12}}}"));
        assertFalse(troubles().contains("10.0.0"));
        health.unsetCluster(cluster);
        assertFalse(troubles().contains("cluster"));
    }
}
