package dev.understudy.redirect.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back when the secondary server does not work. */
@Timeout(30)
class BadSecondaryTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nX-Secondary: 1\r\nContent-Length: 7\r\n\r\n";

    @Test
    void refusedConnection() throws Exception {
        String rootUrl;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            rootUrl = "http://127.0.0.1:" + free.getLocalPort();
        }
        try (Primary primary = new Primary(rootUrl)) {
            assertFailure(primary, FailureKind.SECONDARY_UNREACHABLE, 502);
        }
    }

    @Test
    void unknownHost() throws Exception {
        try (Primary primary = new Primary("http://no-such-host.invalid")) {
            assertFailure(primary, FailureKind.SECONDARY_UNREACHABLE, 502);
        }
    }

    @Test
    void connectionNotAccepted() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Primary primary = new Primary("http://127.0.0.1:" + full.getLocalPort(), 200, 500)) {
            fill(full, waiting);
            assertFailure(primary, FailureKind.SECONDARY_TIMEOUT, 504);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    /** Connects until the server's queue takes no more. */
    private static void fill(ServerSocket server, List<Socket> waiting) throws IOException {
        for (int i = 0; i < 10; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(server.getLocalSocketAddress(), 100);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
    }

    @Test
    void whoComesWhenTooManyWaitIsTurnedAwayAtOnce() throws Exception {
        try (RawSecondary secondary = RawSecondary.stallingAfter("");
                Primary primary = new Primary(secondary.rootUrl(), 20_000, 20_000)) {
            int connections = 64;
            int queued = 256;
            int tooMany = 100;
            primary.flood(connections + queued + tooMany);
            for (int i = 0; i < tooMany; i++) {
                assertEquals(FailureKind.SECONDARY_BUSY, primary.failures.take().kind());
            }
            assertTrue(secondary.requests().size() <= connections);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-", HEAD})
    void silenceBeforeTheBody(String part) throws Exception {
        try (RawSecondary secondary = RawSecondary.stallingAfter(part);
                Primary primary = new Primary(secondary.rootUrl(), 2000, 200)) {
            assertFailure(primary, FailureKind.SECONDARY_TIMEOUT, 504);
        }
    }

    @Test
    void silenceWithinTheBodyCutsTheAnswer() throws Exception {
        try (RawSecondary secondary = RawSecondary.stallingAfter(HEAD + "pic");
                Primary primary = new Primary(secondary.rootUrl(), 2000, 200)) {
            assertCut(primary.get("/is/image/shop/drum"), primary);
        }
    }

    @Test
    void aShortBodyCutsTheAnswer() throws Exception {
        try (RawSecondary secondary = RawSecondary.answering(HEAD + "pic");
                Primary primary = new Primary(secondary.rootUrl())) {
            assertCut(primary.get("/is/image/shop/drum"), primary);
        }
    }

    @Test
    void aMissingLastChunkCutsTheAnswer() throws Exception {
        try (RawSecondary secondary =
                        RawSecondary.answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\npic\r\n");
                Primary primary = new Primary(secondary.rootUrl())) {
            String answer = primary.get("/is/image/shop/drum");
            assertFalse(answer.endsWith("0\r\n\r\n"), answer);
            assertTrue(primary.failures.isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "closed at once | ''",
                "junk | 'SSH-2.0-OpenSSH\\r\\n\\r\\n'",
                "two lengths | 'HTTP/1.1 200 OK\\r\\nContent-Length: 3\\r\\nContent-Length: 7\\r\\n\\r\\npic'",
                "length and chunks | 'HTTP/1.1 200 OK\\r\\nContent-Length: 3\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n'",
                "bad chunk | 'HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nxyz\\r\\n'",
                "no body after its length | 'HTTP/1.1 200 OK\\r\\nContent-Length: 3\\r\\n\\r\\n'",
                "half a header | 'HTTP/1.1 200 OK\\r\\nContent-Le'",
            })
    void brokenAnswers(String name, String answer) throws Exception {
        String bytes = answer.replace("\\r", "\r").replace("\\n", "\n");
        try (RawSecondary secondary = RawSecondary.answering(bytes);
                Primary primary = new Primary(secondary.rootUrl())) {
            assertFailure(primary, FailureKind.SECONDARY_BROKEN, 502);
        }
    }

    @Test
    void hugeHeaders() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nX-Huge: " + "x".repeat(200_000) + "\r\n\r\n";
        try (RawSecondary secondary = RawSecondary.answering(answer);
                Primary primary = new Primary(secondary.rootUrl())) {
            assertFailure(primary, FailureKind.SECONDARY_BROKEN, 502);
        }
    }

    @Test
    void aResetConnection() throws Exception {
        RawSecondary.Conduct reset = (socket, out) -> socket.setSoLinger(true, 0);
        try (RawSecondary secondary = new RawSecondary(reset);
                Primary primary = new Primary(secondary.rootUrl())) {
            assertFailure(primary, FailureKind.SECONDARY_BROKEN, 502);
        }
    }

    @Test
    void noTlsWhereItShouldBe() throws Exception {
        try (RawSecondary secondary = RawSecondary.answering(HEAD);
                Primary primary = new Primary(secondary.rootUrl().replace("http:", "https:"))) {
            String answer = primary.get("/is/image/shop/drum");
            assertTrue(answer.startsWith("HTTP/1.1 50"), answer);
            assertEquals(1, primary.failures.size());
        }
    }

    @Test
    void closingLetsAForwardEnd() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        RawSecondary.Conduct waiting = (socket, out) -> {
            asked.countDown();
            answer.await();
            out.write((HEAD + "picture").getBytes(StandardCharsets.ISO_8859_1));
        };
        try (RawSecondary secondary = new RawSecondary(waiting);
                Primary primary = new Primary(secondary.rootUrl(), 2000, 10_000)) {
            CompletableFuture<String> response = CompletableFuture.supplyAsync(() -> get(primary));
            asked.await();
            CompletableFuture<Void> closed = CompletableFuture.runAsync(primary::closeRedirect);
            answer.countDown();
            assertTrue(response.get().endsWith("picture"));
            closed.get();
        }
    }

    private static String get(Primary primary) {
        try {
            return primary.get("/is/image/shop/drum");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void assertFailure(Primary primary, FailureKind kind, int status) throws Exception {
        String answer = primary.get("/is/image/shop/drum");
        assertEquals(1, primary.failures.size(), answer);
        assertEquals(kind, primary.failures.element().kind(), answer);
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        assertTrue(answer.endsWith(primary.failures.element().message()), answer);
        assertFalse(answer.contains("X-Secondary"), answer);
        assertTrue(answer.contains("Access-Control-Allow-Origin: *\r\n"), answer);
    }

    private static void assertCut(String answer, Primary primary) {
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        assertTrue(answer.endsWith("\r\n\r\npic"), answer);
        assertTrue(primary.failures.isEmpty());
    }
}
