package dev.understudy.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.http.HttpHost;
import dev.understudy.http.LocalServer;
import dev.understudy.http.Mounts;
import dev.understudy.http.log.AccessLogSettings;
import dev.understudy.http.log.LogPattern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host in servers of other bundles, and the report when there is none. No machine can bind the address in the settings. */
class HostTest {

    private static final String UNUSABLE_ADDRESS = "203.0.113.77";

    @TempDir
    Path folder;

    private final List<HttpHost> published = new ArrayList<>();
    private final List<String> exits = new ArrayList<>();
    private final Host host = new Host(new StartupReport(() -> exits.add("exit")), published::add);
    private final List<Server> servers = new ArrayList<>();

    private HttpSettings settings(boolean exitOnFailure) {
        var log = AccessLogSettings.of(folder.resolve("logs").toString(), 10, "access-", "%s %U");
        return HttpSettings.of(UNUSABLE_ADDRESS, 1, "", 2000, 1000, 20_000, log, exitOnFailure);
    }

    private LocalConnector start(Server server) throws Exception {
        LocalConnector connector = new LocalConnector(server);
        server.addConnector(connector);
        server.start();
        servers.add(server);
        return connector;
    }

    private static Handler saying(String text) {
        return LocalServer.handler((request, response, callback) -> Content.Sink.write(response, true, text, callback));
    }

    private static String get(LocalConnector connector, String path) throws Exception {
        String answer = connector.getResponse("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        return answer.substring(9, 12) + " " + answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
        for (Server server : servers) {
            server.stop();
        }
    }

    @Test
    void anAddressThatCannotBeUsedEndsTheProcessOnlyWhenAsked() {
        host.open(settings(false));
        assertEquals(List.of(), exits);
        host.open(settings(true));
        assertEquals(List.of("exit"), exits);
        assertTrue(published.stream().noneMatch(each -> each != null));
    }

    @Test
    void aLogFolderThatCannotBeUsedIsAFailureToo() throws Exception {
        Files.writeString(folder.resolve("logs"), "a file");
        host.open(settings(true));
        assertEquals(List.of("exit"), exits);
    }

    @Test
    void servesInADynamicServerAndLogsThere() throws Exception {
        Server server = new Server();
        server.setDynamic(true);
        LocalConnector connector = start(server);
        host.open(settings(false));
        host.mount(List.of(Mounts.IMAGE), saying("image"), 0);
        host.moveTo(server);
        assertEquals(-1, published.get(0).port());
        assertEquals("200 image", get(connector, "/is/image/x"));
        assertEquals("503", get(connector, "/health").substring(0, 3));
        assertTrue(get(connector, "/other").startsWith("404"));
        host.moveFrom(server);
        assertNull(published.get(published.size() - 1));
        assertTrue(get(connector, "/is/image/x").startsWith("404"));
        try (var logs = Files.list(folder.resolve("logs"))) {
            assertEquals(
                    "200 /is/image/x\n503 /health\n",
                    Files.readString(logs.findFirst().orElseThrow()));
        }
    }

    @Test
    void servesBehindTheContextsOfACollection() throws Exception {
        ContextHandlerCollection contexts = new ContextHandlerCollection();
        contexts.addHandler(new ContextHandler(saying("app"), "/app"));
        LocalConnector connector = start(new Server());
        Server server = connector.getServer();
        server.stop();
        server.setHandler(contexts);
        server.start();
        host.open(settings(false));
        host.mount(List.of(Mounts.IMAGE), saying("image"), 0);
        host.moveTo(server);
        assertEquals("200 image", get(connector, "/is/image/x"));
        assertEquals("200 app", get(connector, "/app/is/image"));
        assertTrue(get(connector, "/other").startsWith("404"));
        host.moveFrom(server);
        assertTrue(get(connector, "/is/image/x").startsWith("404"));
        assertEquals("200 app", get(connector, "/app/x"));
    }

    @Test
    void servesWhatADynamicServersOwnHandlerLeaves() throws Exception {
        Server server = new Server();
        server.setDynamic(true);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(
                    org.eclipse.jetty.server.Request request,
                    org.eclipse.jetty.server.Response response,
                    Callback callback) {
                if (!request.getHttpURI().getPath().equals("/own")) {
                    return false;
                }
                Content.Sink.write(response, true, "own", callback);
                return true;
            }
        });
        LocalConnector connector = start(server);
        host.mount(List.of(Mounts.IMAGE), saying("image"), 0);
        host.moveTo(server);
        host.open(settings(false));
        assertEquals("200 image", get(connector, "/is/image/x"));
        assertEquals("200 own", get(connector, "/own"));
    }

    @Test
    void aServerThatCannotBeChangedIsNotUsed() throws Exception {
        Server server = new Server();
        LocalConnector connector = start(server);
        host.moveTo(server);
        host.open(settings(true));
        assertEquals(List.of("exit"), exits);
        assertTrue(get(connector, "/is/image/x").startsWith("404"));
    }

    @Test
    void closingWaitsForRequestsAtWorkAndReportsNotReady() throws Exception {
        Server server = new Server();
        server.setDynamic(true);
        LocalConnector connector = start(server);
        host.moveTo(server);
        host.open(settings(false));
        CountDownLatch working = new CountDownLatch(1);
        CompletableFuture<Callback> unfinished = new CompletableFuture<>();
        host.mount(
                List.of(Mounts.IMAGE),
                LocalServer.handler((request, response, callback) -> {
                    unfinished.complete(callback);
                    working.countDown();
                }),
                0);
        var atWork = connector.executeRequest("GET /is/image/x HTTP/1.1\r\nHost: x\r\n\r\n");
        working.await();
        var closed = CompletableFuture.runAsync(host::close, LocalServer.CLIENTS);
        assertFalse(closed.isDone());
        unfinished.get().succeeded();
        closed.get(30, TimeUnit.SECONDS);
        assertTrue(atWork.getResponse().startsWith("HTTP/1.1 200"));
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        assertNamed("port: 65536 is not allowed; allowed: 0..65535", 65_536, 1, 1, 1);
        assertNamed("port: -1 is not allowed; allowed: 0..65535", -1, 1, 1, 1);
        assertNamed("swap.grace: 60001 is not allowed; allowed: 0..60000", 1, 60_001, 1, 1);
        assertNamed("swap.limit: -1 is not allowed; allowed: 0..100000", 1, 1, -1, 1);
        assertNamed("drain.timeout: -5 is not allowed; allowed: 0..600000", 1, 1, 1, -5);
    }

    @Test
    void trustedProxiesAreAddresses() {
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> HttpSettings.of("", 1, "10.0.0.1,proxy.example", 1, 1, 1, AccessLogSettings.NONE, false));
        assertTrue(error.getMessage().startsWith("trustedProxies: '10.0.0.1,proxy.example' is not allowed;"));
        HttpSettings set = HttpSettings.of("", 1, " 10.0.0.0/8, ::1 ", 1, 1, 1, AccessLogSettings.NONE, false);
        assertFalse(set.opensAs(HttpSettings.of("", 1, "", 1, 1, 1, AccessLogSettings.NONE, false)));
        assertTrue(set.opensAs(HttpSettings.of("", 1, "10.0.0.0/8,::1", 2, 2, 2, AccessLogSettings.NONE, false)));
    }

    private static void assertNamed(String message, int port, long grace, int limit, long drain) {
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> HttpSettings.of("", port, "", grace, limit, drain, AccessLogSettings.NONE, false));
        assertEquals(message, error.getMessage());
    }

    @Test
    void addressesAreShownAsLinks() {
        assertEquals("http://127.0.0.1:8080/", HttpSettings.DEFAULTS.address(8080));
        assertEquals("http://0.0.0.0:80/", with("").address(80));
        assertEquals("http://[::1]:80/", with("::1").address(80));
    }

    private static HttpSettings with(String host) {
        return HttpSettings.of(host, 80, "", 0, 0, 0, AccessLogSettings.of("", 1, "", LogPattern.DEFAULT), false);
    }
}
