package dev.understudy.http.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.Catalogs;
import dev.understudy.http.LocalServer;
import dev.understudy.http.lease.Phase;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code /health} says. */
class HealthTest {

    private final Map<String, Phase> mounts = new LinkedHashMap<>();
    private final Health health = new Health(() -> mounts);
    private LocalServer server;

    private record Tenants(List<String> rootIds, List<CatalogProblem> problems) implements CatalogService, Catalogs {
        @Override
        public Catalogs catalogs() {
            return this;
        }

        @Override
        public Catalog defaultCatalog() {
            return named("");
        }

        @Override
        public Optional<Catalog> catalog(String rootId) {
            return rootIds.contains(rootId) ? Optional.of(named(rootId)) : Optional.empty();
        }

        @Override
        public Collection<Catalog> all() {
            return rootIds.stream().map(Tenants::named).toList();
        }

        private static Catalog named(String rootId) {
            return (Catalog) Proxy.newProxyInstance(
                    Tenants.class.getClassLoader(), new Class<?>[] {Catalog.class}, (proxy, method, arguments) -> {
                        assertEquals("rootId", method.getName());
                        return rootId;
                    });
        }
    }

    private static CatalogProblem problem(String rootId, String file, int line, String message, boolean fatal) {
        return new CatalogProblem(rootId, file, line, message, fatal, Instant.EPOCH);
    }

    @BeforeEach
    void start() throws Exception {
        server = LocalServer.of(Health.MOUNT, new HealthHandler(health));
        mounts.put(Health.MOUNT, Phase.SERVING);
        mounts.put("/is/image", Phase.SERVING);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private void is(int status, String json) throws Exception {
        HttpTester.Response response = server.get("/health");
        assertEquals(json + "\n", response.getContent());
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
    void catalogsThatHaveBeenReplacedDoNotTakeTheirSuccessorsAway() throws Exception {
        Tenants before = new Tenants(List.of(), List.of());
        health.catalogs(before);
        health.catalogs(new Tenants(List.of(), List.of()));
        health.noCatalogs(before);
        assertEquals(200, server.get("/health").getStatus());
    }

    @Test
    void withoutPicturesItIsNotReady() throws Exception {
        health.catalogs(new Tenants(List.of(), List.of()));
        mounts.put("/is/image", Phase.SWAPPING);
        mounts.put("/is/content", Phase.GONE);
        mounts.put("/is/odd", Phase.UNKNOWN);
        is(
                503,
                "{\"live\":true,\"ready\":false,\"tenants\":[{\"name\":\"default\",\"state\":\"ok\",\"problem\":null}],"
                        + "\"mounts\":[{\"mount\":\"/is/image\",\"state\":\"swapping\"},"
                        + "{\"mount\":\"/is/content\",\"state\":\"gone\"}]}");
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
                        problem("shop", "/srv/catalogs/shop.tsv", 7, "no \"quote\"", false),
                        problem("shop", "/srv/catalogs/shop.ini", 3, "older", false),
                        problem("gallery", "gallery.ini", 0, "newer, harmless", false),
                        problem("gallery", "/srv/gallery.ini", 12, "cut off", true),
                        problem("lost", "lost.ini", 1, "RootId\nmissing", true))));
        is(
                200,
                "{\"live\":true,\"ready\":true,\"tenants\":[{\"name\":\"default\",\"state\":\"ok\",\"problem\":null},"
                        + "{\"name\":\"gallery\",\"state\":\"stale\",\"problem\":\"gallery.ini:12: cut off\"},"
                        + "{\"name\":\"lost\",\"state\":\"failed\",\"problem\":\"lost.ini:1: RootId\\u000amissing\"},"
                        + "{\"name\":\"shop\",\"state\":\"problem\",\"problem\":\"shop.tsv:7: no \\\"quote\\\"\"}],"
                        + "\"mounts\":[{\"mount\":\"/is/image\",\"state\":\"serving\"}]}");
    }

    @Test
    void headOptionsAndOtherMethods() throws Exception {
        assertEquals(503, server.send("HEAD /health").getStatus());
        assertEquals(204, server.send("OPTIONS /health").getStatus());
        assertEquals(405, server.send("POST /health").getStatus());
        assertEquals(404, server.get("/health/more").getStatus());
        assertEquals(503, server.get("/health?verbose").getStatus());
    }
}
