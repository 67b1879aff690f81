package dev.understudy.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.http.HttpHost;
import dev.understudy.http.LocalServer;
import dev.understudy.http.Mounts;
import dev.understudy.http.settings.HttpSettingTable;
import dev.understudy.http.settings.HttpSettings;
import dev.understudy.settings.LiveSettings;
import dev.understudy.settings.SettingProblem;
import dev.understudy.settings.SettingReading;
import dev.understudy.settings.SettingsStatus;
import dev.understudy.settings.UnusableSettingException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private final Host host = new Host(new StartupReport(true, () -> exits.add("exit")), published::add);
    private final List<Server> servers = new ArrayList<>();

    private HttpSettings settings() {
        return settings(Map.of("host", UNUSABLE_ADDRESS, "port", "1"));
    }

    private HttpSettings settings(Map<String, String> written) {
        Map<String, String> all = new HashMap<>(written);
        all.putIfAbsent("log.directory", folder.resolve("logs").toString());
        all.put("log.pattern", "%s %U");
        SettingReading reading = HttpSettingTable.TABLE.read(all);
        assertEquals(List.of(), reading.problems());
        return HttpSettings.of(reading.values());
    }

    /** Until somebody else's server comes, there is none. */
    private void openInVain() {
        var refused = assertThrows(UnusableSettingException.class, () -> host.open(settings()));
        assertEquals("host", refused.setting().name());
        assertTrue(refused.getMessage().contains("cannot listen on host '" + UNUSABLE_ADDRESS + "', port 1: "));
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
    void anAddressThatCannotBeUsedEndsAStandaloneProcessOnly() {
        List<String> events = new ArrayList<>();
        for (boolean standalone : List.of(false, true)) {
            StartupReport report = new StartupReport(standalone, () -> events.add("exit"));
            Host fresh = new Host(report, published::add);
            LiveSettings<HttpSettings> settings =
                    new LiveSettings<>(HttpSettingTable.TABLE, standalone, HttpSettings::of, fresh::open);
            settings.update(Map.of("host", UNUSABLE_ADDRESS, "port", "1"), () -> {});
            report.check(settings);
            events.add(settings.problems().get(0).setting());
        }
        assertEquals(List.of("host", "exit", "host"), events);
        assertEquals(List.of(), published);
    }

    @Test
    void aLogFolderThatCannotBeUsedIsAFailureToo() throws Exception {
        Files.writeString(folder.resolve("logs"), "a file");
        var refused = assertThrows(UnusableSettingException.class, () -> host.open(settings()));
        assertEquals("log.directory", refused.setting().name());
        assertTrue(
                refused.getMessage().contains("the access log cannot be written: a file is where"),
                refused.getMessage());
    }

    @Test
    void servesInADynamicServerAndLogsThere() throws Exception {
        Server server = new Server();
        server.setDynamic(true);
        LocalConnector connector = start(server);
        openInVain();
        host.mount(List.of(Mounts.IMAGE), saying("image"), 0);
        host.moveTo(server);
        assertEquals(-1, published.get(0).port());
        assertEquals("200 image", get(connector, "/is/image/x"));
        assertEquals("503", get(connector, "/health").substring(0, 3));
        assertTrue(get(connector, "/other").startsWith("404"));
        assertTrue(get(connector, "/").startsWith("404"), "the root is not ours");
        host.moveFrom(server);
        assertNull(published.get(published.size() - 1));
        assertTrue(get(connector, "/is/image/x").startsWith("404"));
        try (var logs = Files.list(folder.resolve("logs"))) {
            // a line is written once its request has ended, which may be after the next one has been answered
            assertEquals(
                    Set.of("200 /is/image/x", "503 /health"),
                    Set.copyOf(Files.readAllLines(logs.findFirst().orElseThrow())));
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
        openInVain();
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
        host.open(settings());
        assertEquals("200 image", get(connector, "/is/image/x"));
        assertEquals("200 own", get(connector, "/own"));
    }

    @Test
    void aServerThatCannotBeChangedIsNotUsed() throws Exception {
        Server server = new Server();
        LocalConnector connector = start(server);
        host.moveTo(server);
        openInVain();
        assertTrue(get(connector, "/is/image/x").startsWith("404"));
    }

    @Test
    void closingWaitsForRequestsAtWorkAndReportsNotReady() throws Exception {
        Server server = new Server();
        server.setDynamic(true);
        LocalConnector connector = start(server);
        host.moveTo(server);
        host.open(settings());
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
        assertNamed("port (UNDERSTUDY_PORT): '65536' is not a valid value; allowed: an integer from 0 to 65535");
        assertNamed("port (UNDERSTUDY_PORT): '-1' is not a valid value; allowed: an integer from 0 to 65535");
        assertNamed("swap.grace: '60001' is not a valid value; allowed: milliseconds from 0 to 60000");
        assertNamed("swap.limit: '-1' is not a valid value; allowed: an integer from 0 to 100000");
        assertNamed("drain.timeout: '-5' is not a valid value; allowed: milliseconds from 0 to 600000");
    }

    private static void assertNamed(String message) {
        Matcher parts = Pattern.compile("([\\w.]+).*?'(.*?)'.*").matcher(message);
        assertTrue(parts.matches());
        assertEquals(
                List.of("dev.understudy.http: " + message),
                HttpSettingTable.TABLE.read(Map.of(parts.group(1), parts.group(2))).problems().stream()
                        .map(SettingProblem::message)
                        .toList());
    }

    @Test
    void trustedProxiesAreAddresses() {
        String message = HttpSettingTable.TABLE
                .read(Map.of("trustedProxies", "10.0.0.1,proxy.example"))
                .problems()
                .get(0)
                .message();
        assertTrue(message.contains(" trustedProxies: '10.0.0.1,proxy.example' is not a valid value"), message);
        HttpSettings set = settings(Map.of("trustedProxies", " 10.0.0.0/8, ::1 "));
        assertFalse(set.opensAs(settings(Map.of("trustedProxies", ""))));
        assertTrue(set.opensAs(
                settings(Map.of("trustedProxies", "10.0.0.0/8,::1", "swap.grace", "2", "drain.timeout", "2"))));
    }

    /** The settings of a server on a free port of this machine. */
    private HttpSettings free() {
        return settings(Map.of("port", "0"));
    }

    private int port() {
        return published.get(published.size() - 1).port();
    }

    private static int status(int port) throws Exception {
        var connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/health").toURL().openConnection();
        return connection.getResponseCode();
    }

    @Test
    void theRootSaysWhatThisIsAndNothingElseIsThere() throws Exception {
        host.open(free());
        URI root = URI.create("http://127.0.0.1:" + port() + "/");
        var connection = (HttpURLConnection) root.toURL().openConnection();
        assertEquals(200, connection.getResponseCode());
        assertEquals("text/html;charset=utf-8", connection.getContentType());
        String page = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(page.contains("href=\"/health\"") && page.contains("/is/image/"), page);
        var other = (HttpURLConnection) root.resolve("/index.html").toURL().openConnection();
        assertEquals(404, other.getResponseCode());
    }

    @Test
    void aPortThatIsTakenLeavesTheServerWhereItIs() throws Exception {
        host.open(free());
        int port = port();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String busy = Integer.toString(taken.getLocalPort());
            var refused = assertThrows(UnusableSettingException.class, () -> host.open(settings(Map.of("port", busy))));
            assertTrue(
                    refused.getMessage().startsWith("port (UNDERSTUDY_PORT): '" + busy + "' is not a valid value ("));
            assertTrue(refused.getMessage().endsWith("; allowed: a port that is free"), refused.getMessage());
        }
        assertEquals(1, published.size(), "never left");
        assertEquals(503, status(port));
    }

    @Test
    void anAddressOfAnotherMachineLeavesTheServerWhereItIs() throws Exception {
        host.open(free());
        int port = port();
        var refused = assertThrows(
                UnusableSettingException.class,
                () -> host.open(settings(Map.of("host", UNUSABLE_ADDRESS, "port", Integer.toString(port)))));
        assertEquals("host", refused.setting().name());
        assertEquals(503, status(port()));
    }

    @Test
    void aFolderThatCannotBeWrittenToLeavesTheServerWhereItIs() throws Exception {
        host.open(free());
        String file =
                Files.writeString(folder.resolve("file"), "").resolve("logs").toString();
        var refused = assertThrows(
                UnusableSettingException.class, () -> host.open(settings(Map.of("port", "0", "log.directory", file))));
        assertEquals("log.directory", refused.setting().name());
        assertEquals(1, published.size(), "never left");
        assertEquals(503, status(port()));
    }

    @Test
    void aPortThatIsFreeIsMovedTo() throws Exception {
        host.open(free());
        int before = port();
        int next;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            next = free.getLocalPort();
        }
        host.open(settings(Map.of("port", Integer.toString(next))));
        assertEquals(next, port());
        assertEquals(503, status(next));
        assertThrows(ConnectException.class, () -> status(before));
    }

    @Test
    void aValueThatCannotBeUsedEndsAStartAndOnlyAStart() {
        SettingsStatus wrong = status("lots");
        host.settings(status("1"));
        assertEquals(List.of(), exits);
        host.settings(wrong);
        host.settings(wrong);
        assertEquals(List.of("exit"), exits);
        host.open(free());
        assertEquals(List.of(), published, "nothing is opened meanwhile");
    }

    /** A server that has just become ready. */
    private Host ready(AtomicReference<Instant> now) {
        Host serving = new Host(new StartupReport(true, () -> exits.add("exit"), now::get), published::add);
        serving.mount(List.of(Mounts.IMAGE), saying("image"), 0);
        serving.settings(status("1"));
        serving.open(free());
        return serving;
    }

    @Test
    void aServerThatHasBeenReadyGoesOn() {
        Host serving = ready(new AtomicReference<>(Instant.EPOCH));
        serving.settings(status("lots"));
        assertEquals(List.of(), exits);
        serving.close();
    }

    @Test
    void aBundleThatNothingWaitsForBelongsToTheStartForAMoment() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        Host serving = ready(now);
        now.set(Instant.EPOCH.plusSeconds(31));
        serving.settings(status("dev.understudy.redirect", "lots"));
        assertEquals(List.of(), exits, "a bundle that is installed later");
        now.set(Instant.EPOCH.plusSeconds(29));
        serving.settings(status("dev.understudy.redirect", "lots"));
        assertEquals(List.of("exit"), exits);
        serving.close();
    }

    @Test
    void aForeignProcessIsNeverEnded() {
        Host guest = new Host(new StartupReport(false, () -> exits.add("exit")), published::add);
        guest.settings(status("lots"));
        assertEquals(List.of(), exits);
    }

    private static SettingsStatus status(String limit) {
        return status("dev.understudy.http", limit);
    }

    private static SettingsStatus status(String configuration, String limit) {
        return new SettingsStatus() {
            @Override
            public String configuration() {
                return configuration;
            }

            @Override
            public List<SettingProblem> problems() {
                return HttpSettingTable.TABLE.read(Map.of("swap.limit", limit)).problems();
            }
        };
    }

    @Test
    void addressesAreShownAsLinks() {
        assertEquals("http://127.0.0.1:8080/", HttpSettings.DEFAULTS.addresses(8080, -1));
        assertEquals("http://0.0.0.0:80/", with("").addresses(80, -1));
        assertEquals("http://[::1]:80/ and https://[::1]:443/", with("::1").addresses(80, 443));
    }

    private HttpSettings with(String address) {
        return settings(Map.of("host", address));
    }
}
