package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.ServerKeystore;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Secondary servers that speak https: one whose certificate the virtual machine trusts, and one whose certificate it does not. */
class HttpsSecondaryIT {

    private static final String ANSWER = "from there";

    private static HttpsServer trusted;
    private static HttpsServer stranger;
    private static ProcessServer primary;

    @BeforeAll
    static void start() throws Exception {
        Setup setup = Setup.fresh("https-secondary");
        ServerKeystore keys = key(setup, "trusted");
        trusted = secondary(keys);
        stranger = secondary(key(setup, "stranger"));
        tenant(setup, "known", "");
        tenant(setup, "unknown", "ErrorRedirectRootUrl = " + url(stranger));
        primary = ProcessServer.felix(setup.with("UNDERSTUDY_SECONDARY", url(stranger) + " " + url(trusted))
                .with(
                        "JAVA_OPTS",
                        "-Djavax.net.ssl.trustStore=" + keys.file() + " -Djavax.net.ssl.trustStorePassword="
                                + ServerKeystore.PASSWORD));
    }

    @AfterAll
    static void stop() {
        primary.close();
        trusted.stop(0);
        stranger.stop(0);
    }

    @Test
    void theFirstAnswerThatIsTrustedIsPassedOn() {
        Response response = primary.client().get("/is/image/known/lost?wid=40");
        assertEquals(200, response.status(), response::toString);
        assertEquals(ANSWER + " /is/image/known/lost?wid=40", response.text());
        assertEquals("secondary; code=source.missing", response.header("Understudy-StandIn"));
    }

    @Test
    void aStrangerIsNotAsked() {
        Response response = primary.client().get("/is/image/unknown/lost?wid=40");
        assertEquals(502, response.status(), response::toString);
        assertTrue(response.header("Understudy-StandIn").startsWith("text; code=secondary.unreachable"));
    }

    private static void tenant(Setup setup, String name, String more) throws Exception {
        Files.write(
                setup.catalogs().resolve(name + ".ini"),
                List.of("RootId = " + name, "CatalogFile = " + name + ".tsv", more));
        Files.write(setup.catalogs().resolve(name + ".tsv"), List.of("Id\tPath", "lost\tnowhere.png"));
    }

    /** A key with a certificate of its own for this machine. */
    private static ServerKeystore key(Setup setup, String name) throws IOException {
        return ServerKeystore.in(Files.createDirectories(setup.folder().resolve(name)));
    }

    private static HttpsServer secondary(ServerKeystore keys) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keys.identity()));
        server.createContext("/", exchange -> {
            byte[] answer = (ANSWER + " " + exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String url(HttpsServer server) {
        return "https://localhost:" + server.getAddress().getPort();
    }
}
