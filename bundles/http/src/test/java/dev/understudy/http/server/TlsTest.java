package dev.understudy.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.http.connection.RawHttp2;
import dev.understudy.http.tls.TestKeys;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS over sockets: versions, ciphers, certificates by name, keys that are replaced. */
class TlsTest {

    private static final String GET = "GET /is/image/x HTTP/1.1\r\nHost: images.example\r\n";

    @TempDir
    Path folder;

    private final TestKeys first = TestKeys.of("rsa.example", "RSA");
    private final TestKeys second = TestKeys.of("ec.example", "EC");
    private final CompletableFuture<Void> atWork = new CompletableFuture<>();
    private final CompletableFuture<Void> release = new CompletableFuture<>();
    private TestPorts ports;

    @BeforeEach
    void open() throws Exception {
        String files = first.writePem(folder.resolve("a.pem")) + ";" + second.writePem(folder.resolve("b.pem"));
        ports = new TestPorts(
                Map.of("sslPort", "0", "certificateFiles", files, "hsts", "max-age=600", "header.timeout", "1500"),
                this::answer);
    }

    private void answer(Request request, Response response, Callback callback) throws Exception {
        if (request.getHttpURI().getPath().endsWith("slow")) {
            atWork.complete(null);
            release.get();
        }
        String seen = request.getHttpURI() + " " + request.isSecure() + " "
                + request.getHeaders().get(HttpHeader.HOST) + " "
                + request.getConnectionMetaData().getProtocol();
        response.write(true, BufferUtil.toBuffer(seen), callback);
    }

    @AfterEach
    void close() {
        release.complete(null);
        ports.close();
    }

    private HttpResponse<String> ask(HttpClient.Version version, String path) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(TestKeys.trusting())
                .version(version)
                .build();
        URI uri = URI.create("https://127.0.0.1:" + ports.tlsPort() + path);
        return client.send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String rest(Socket socket) throws Exception {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private X509Certificate certificateFor(String host) throws Exception {
        SSLParameters parameters = new SSLParameters();
        parameters.setServerNames(host.isEmpty() ? List.of() : List.of(new SNIHostName(host)));
        try (SSLSocket socket =
                ports.connectTls(new Socket(InetAddress.getLoopbackAddress(), ports.tlsPort()), parameters)) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    @Test
    void clientsAgreeOnTheVersionThatTheySpeak() throws Exception {
        String host = "127.0.0.1:" + ports.tlsPort();
        HttpResponse<String> two = ask(HttpClient.Version.HTTP_2, "/is/image/x?wid=9");
        assertEquals("https://" + host + "/is/image/x?wid=9 true " + host + " HTTP/2.0", two.body());
        assertEquals(HttpClient.Version.HTTP_2, two.version());
        HttpResponse<String> one = ask(HttpClient.Version.HTTP_1_1, "/is/image/x");
        assertEquals("https://" + host + "/is/image/x true " + host + " HTTP/1.1", one.body());
        for (HttpResponse<String> each : List.of(one, two, ask(HttpClient.Version.HTTP_2, "/nowhere"))) {
            assertEquals(List.of("max-age=600"), each.headers().allValues("strict-transport-security"));
        }
        try (SSLSocket socket = ports.connectTls()) {
            socket.getOutputStream().write((GET + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertTrue(rest(socket).startsWith("HTTP/1.1 200 OK\r\n"), "without ALPN it is HTTP/1.1");
        }
        try (Socket socket = ports.connect()) {
            socket.getOutputStream().write((GET + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String plain = rest(socket);
            assertTrue(plain.contains(" false images.example"), plain);
            assertTrue(!plain.contains("Strict-Transport-Security"), plain);
        }
    }

    @Test
    void weakCiphersAreRefused() throws Exception {
        for (String cipher : List.of(
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
                "TLS_RSA_WITH_AES_128_GCM_SHA256",
                "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256")) {
            assertThrows(
                    SSLException.class, () -> connectWith("TLSv1.2", cipher).close(), cipher);
        }
        connectWith("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256").close();
        connectWith("TLSv1.3", "TLS_AES_256_GCM_SHA384").close();
    }

    private SSLSocket connectWith(String version, String cipher) throws Exception {
        SSLParameters parameters = new SSLParameters(new String[] {cipher}, new String[] {version});
        return ports.connectTls(new Socket(InetAddress.getLoopbackAddress(), ports.tlsPort()), parameters);
    }

    @Test
    void eachHostHasItsCertificateAndStrangersGetTheFirst() throws Exception {
        assertEquals(first.certificate(), certificateFor("rsa.example"));
        assertEquals(second.certificate(), certificateFor("EC.example"));
        assertEquals(first.certificate(), certificateFor("unknown.example"));
        assertEquals(first.certificate(), certificateFor(""));
    }

    @Test
    void keysAreReplacedAndConnectionsStand() throws Exception {
        try (SSLSocket kept = ports.connectTls("http/1.1");
                RawHttp2 kept2 = new RawHttp2(ports.connectTls("h2"))) {
            kept.getOutputStream().write((GET + "\r\n").getBytes(StandardCharsets.US_ASCII));
            kept2.get(1, "https", "/is/image/x");
            assertTrue(kept2.body(1).contains("HTTP/2.0"));
            TestKeys third = TestKeys.of("third.example", "RSA");
            third.writePem(folder.resolve("a.pem"));
            awaitCertificate(third);
            assertNull(ports.server().tls().problem());
            Files.writeString(folder.resolve("a.pem"), third.certificatePem() + first.keyPem());
            awaitProblem(true);
            String problem = ports.server().tls().problem();
            assertTrue(problem.startsWith("a.pem: the private key does not belong to"), problem);
            assertEquals(third.certificate(), certificateFor(""));
            first.writePem(folder.resolve("a.pem"));
            awaitCertificate(first);
            awaitProblem(false);
            kept.getOutputStream().write((GET + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertEquals(3, rest(kept).split("HTTP/1.1 200 OK", -1).length);
            kept2.get(3, "https", "/is/image/x");
            assertTrue(kept2.body(3).contains("HTTP/2.0"));
        }
    }

    private void awaitCertificate(TestKeys keys) throws Exception {
        for (int i = 0; i < 100 && !keys.certificate().equals(certificateFor("")); i++) {
            Thread.sleep(200);
        }
        assertEquals(keys.certificate(), certificateFor(""));
    }

    private void awaitProblem(boolean wanted) throws Exception {
        for (int i = 0; i < 100 && wanted != (ports.server().tls().problem() != null); i++) {
            Thread.sleep(200);
        }
        assertEquals(wanted, ports.server().tls().problem() != null);
    }

    @Test
    void handshakesAndHeadersThatDripAreGivenUp() throws Exception {
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), ports.tlsPort())) {
            silent.setSoTimeout(20_000);
            silent.getOutputStream().write(new byte[] {0x16, 3, 1});
            assertEquals(-1, silent.getInputStream().read());
        }
        try (SSLSocket socket = ports.connectTls("http/1.1")) {
            socket.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
            String answer = rest(socket);
            assertTrue(answer.startsWith("HTTP/1.1 408 Request Timeout\r\n"), answer);
        }
        byte[] headers = RawHttp2.frame(
                RawHttp2.HEADERS, RawHttp2.END_STREAM | RawHttp2.END_HEADERS, 1, RawHttp2.get("https", "/is/image/x"));
        byte[] open = RawHttp2.frame(RawHttp2.HEADERS, RawHttp2.END_STREAM, 1, RawHttp2.get("https", "/is/image/x"));
        for (byte[] part : List.of(Arrays.copyOf(headers, headers.length - 1), open)) {
            try (RawHttp2 client = new RawHttp2(ports.connectTls("h2"))) {
                client.send(part);
                RawHttp2.Frame last = client.await(RawHttp2.GOAWAY);
                assertEquals(RawHttp2.ENHANCE_YOUR_CALM, last.code(4));
                assertNull(client.await(RawHttp2.DATA));
            }
        }
    }

    @Test
    void silentConnectionsAndSlowAnswersAreNotGivenUp() throws Exception {
        try (SSLSocket one = ports.connectTls("http/1.1");
                RawHttp2 two = new RawHttp2(ports.connectTls("h2"))) {
            Thread.sleep(1900);
            one.getOutputStream()
                    .write((GET.replace("/x", "/slow") + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            two.get(1, "https", "/is/image/slow");
            Thread.sleep(1900);
            release.complete(null);
            assertTrue(rest(one).startsWith("HTTP/1.1 200 OK\r\n"));
            assertTrue(two.body(1).contains("HTTP/2.0"));
        }
    }

    @Test
    void requestsAtWorkEndBeforeTheServerDoes() throws Exception {
        try (RawHttp2 client = new RawHttp2(ports.connectTls("h2"))) {
            client.get(1, "https", "/is/image/x");
            assertTrue(client.body(1).contains("HTTP/2.0"));
            client.get(3, "https", "/is/image/slow");
            atWork.get(30, TimeUnit.SECONDS);
            CompletableFuture<Void> closed = CompletableFuture.runAsync(ports::close, task -> new Thread(task).start());
            Thread.sleep(300);
            release.complete(null);
            assertTrue(client.body(3).contains("/is/image/slow"));
            closed.get();
        }
    }
}
