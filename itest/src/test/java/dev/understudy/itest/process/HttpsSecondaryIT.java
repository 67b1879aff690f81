package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Secondary servers that speak https: one whose certificate the virtual machine trusts, and one whose certificate it does not. */
class HttpsSecondaryIT {

    private static final String PASSWORD = "changeit";
    private static final String ANSWER = "from there";

    private static HttpsServer trusted;
    private static HttpsServer stranger;
    private static ProcessServer primary;

    @BeforeAll
    static void start() throws Exception {
        Setup setup = Setup.fresh("https-secondary");
        Path keys = key(setup, "trusted");
        trusted = secondary(keys);
        stranger = secondary(key(setup, "stranger"));
        tenant(setup, "known", "");
        tenant(setup, "unknown", "ErrorRedirectRootUrl = " + url(stranger));
        primary = ProcessServer.felix(setup.with("UNDERSTUDY_SECONDARY", url(stranger) + " " + url(trusted))
                .with(
                        "JAVA_OPTS",
                        "-Djavax.net.ssl.trustStore=" + keys + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD));
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
    private static Path key(Setup setup, String name) throws Exception {
        Path file = setup.folder().resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(setup.folder().resolve("keytool.txt").toFile())
                .start();
        assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, keytool.exitValue(), Files.readString(setup.folder().resolve("keytool.txt")));
        return file;
    }

    private static HttpsServer secondary(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            store.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
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
