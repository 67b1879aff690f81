package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.ServerKeystore;
import dev.understudy.itest.container.Setup;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HTTPS and HTTP/2 in both assemblies, where Jetty's parts are bundles, and to a secondary server. */
class TlsIT {

    private static ServerKeystore keys;

    /** Starts an assembly. */
    interface Launch extends Function<Setup, ProcessServer> {}

    static Stream<Named<Launch>> assemblies() {
        return Stream.of(Named.of("karaf", ProcessServer::launchKaraf), Named.of("felix", ProcessServer::launchFelix));
    }

    @BeforeAll
    static void makeKeys() {
        keys = ServerKeystore.in(Setup.fresh("tls-keys").folder());
    }

    private static HttpResponse<byte[]> get(int port, String path, HttpClient.Version version) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(keys.trust())
                .version(version)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                                .timeout(Duration.ofSeconds(60))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @MethodSource("assemblies")
    void bothVersionsAreSpokenOverTls(Launch assembly) throws Exception {
        assumeTrue(
                !assembly.toString().contains("launchKaraf") || ProcessServer.canRunKaraf(),
                "Karaf does not run on Java " + Runtime.version().feature());
        int port = Setup.freePort();
        try (ProcessServer server =
                assembly.apply(keys.serve(Setup.brief("tls"), port)).awaitReadiness()) {
            byte[] plain =
                    server.client().get("/is/image/gallery/bridge?wid=40").body();
            for (HttpClient.Version version : HttpClient.Version.values()) {
                HttpResponse<byte[]> image = get(port, "/is/image/gallery/bridge?wid=40", version);
                assertEquals(200, image.statusCode());
                assertEquals(version, image.version());
                assertEquals(plain.length, image.body().length);
                assertEquals(404, get(port, "/nowhere", version).statusCode());
            }
            String health = server.client().get("/health").text();
            assertTrue(health.contains("\"tls\":{\"port\":" + port), health);
            server.terminate();
            String said = server.output() + health;
            assertTrue(said.contains("https://127.0.0.1:" + port), said);
            assertTrue(!said.contains(ServerKeystore.PASSWORD), said);
            try (Stream<Path> files = Files.walk(server.setup().logs())) {
                for (Path log : files.filter(Files::isRegularFile).toList()) {
                    assertTrue(!Files.readString(log).contains(ServerKeystore.PASSWORD), log::toString);
                }
            }
        }
    }

    @Test
    void aSecondaryServerIsAskedByHttp2() throws Exception {
        int port = Setup.freePort();
        Setup behind = keys.serve(Setup.brief("tls-secondary"), port);
        Setup ahead = Setup.fresh("tls-primary")
                .with("UNDERSTUDY_SECONDARY", "https://localhost:" + port)
                .with("UNDERSTUDY_SECONDARY_CONNECT_TIMEOUT", "20000")
                .with(
                        "JAVA_OPTS",
                        "-Djavax.net.ssl.trustStore=" + keys.file() + " -Djavax.net.ssl.trustStorePassword="
                                + ServerKeystore.PASSWORD);
        Files.delete(ahead.images().resolve("gallery/bridge.jpg"));
        try (ProcessServer secondary = ProcessServer.felix(behind);
                ProcessServer primary = ProcessServer.launchFelix(ahead)) {
            primary.client().await("/health", Duration.ofSeconds(60), response -> response.status() == 200);
            for (int i = 0; i < 2; i++) {
                Response forwarded = primary.client().get("/is/image/gallery/bridge?wid=41");
                assertEquals(200, forwarded.status(), forwarded::toString);
                assertEquals("secondary; code=source.missing", forwarded.header("Understudy-StandIn"));
            }
            secondary.terminate();
            try (Stream<Path> logs = Files.list(behind.logs())) {
                List<String> lines = Files.readAllLines(
                        logs.filter(file -> file.getFileName().toString().startsWith("access-"))
                                .findFirst()
                                .orElseThrow());
                assertEquals(
                        2,
                        lines.stream()
                                .filter(line -> line.contains("GET /is/image/gallery/bridge?wid=41 HTTP/2.0"))
                                .count(),
                        lines::toString);
            }
        }
    }
}
