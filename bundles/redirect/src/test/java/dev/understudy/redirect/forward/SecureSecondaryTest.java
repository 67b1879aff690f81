package dev.understudy.redirect.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secondary servers over TLS, which are asked by HTTP/2 if they speak it. */
class SecureSecondaryTest {

    @TempDir
    static Path folder;

    private static void echo(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.ETAG, "\"tag\"");
        response.write(
                true, BufferUtil.toBuffer("there: " + request.getHttpURI().getPathQuery()), callback);
    }

    @Test
    void theVersionIsTheServersBest() throws Exception {
        for (boolean http2 : new boolean[] {true, false}) {
            try (SecureSecondary secondary = new SecureSecondary(folder, http2, SecureSecondaryTest::echo);
                    PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
                for (String target : List.of(
                        PrimaryServer.TARGET + "?wid=9",
                        PrimaryServer.TARGET + "/%2E%7b{x}?$a$=%zz|&b=a//b",
                        PrimaryServer.TARGET + "?" + "a".repeat(12_000))) {
                    RawAnswer answer = primary.get(target);
                    assertEquals(200, answer.status(), answer::toString);
                    assertEquals("there: " + target, answer.body());
                    assertEquals(List.of("secondary; code=source.missing"), answer.header("Understudy-StandIn"));
                }
                String version = http2 ? "HTTP/2.0 " : "HTTP/1.1 ";
                assertEquals(3, secondary.requests().size());
                assertTrue(
                        secondary.requests().stream().allMatch(each -> each.startsWith(version)),
                        secondary.requests()::toString);
            }
        }
    }

    @Test
    void manyRequestsAtATimeAreAnswered() throws Exception {
        CountDownLatch all = new CountDownLatch(50);
        try (SecureSecondary secondary = new SecureSecondary(folder, true, (request, response, callback) -> {
                    all.countDown();
                    all.await(20, TimeUnit.SECONDS);
                    echo(request, response, callback);
                });
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            List<CompletableFuture<RawAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                String target = PrimaryServer.TARGET + "?i=" + i;
                answers.add(CompletableFuture.supplyAsync(() -> get(primary, target), PrimaryServer.CLIENTS));
            }
            for (int i = 0; i < 50; i++) {
                assertEquals(
                        "there: " + PrimaryServer.TARGET + "?i=" + i,
                        answers.get(i).get().body());
            }
        }
    }

    private static RawAnswer get(PrimaryServer primary, String target) {
        try {
            return primary.get(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anAnswerThatBreaksOffDoesNotLookWhole() throws Exception {
        try (SecureSecondary secondary = new SecureSecondary(
                        folder,
                        true,
                        (request, response, callback) -> response.write(
                                false,
                                BufferUtil.toBuffer("half"),
                                Callback.from(() -> callback.failed(new IOException("on purpose")))));
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            String answer = primary.get(PrimaryServer.TARGET).toString();
            assertTrue(answer.contains("Transfer-Encoding: chunked"), answer);
            assertTrue(!answer.contains("0\r\n\r\n"), answer);
        }
    }

    /** As a server that is just being restarted does. */
    @Test
    void aRequestOnAConnectionThatIsBeingClosedIsSentAgain() throws Exception {
        AtomicInteger count = new AtomicInteger();
        try (SecureSecondary secondary = new SecureSecondary(folder, true, (request, response, callback) -> {
                    if (count.incrementAndGet() == 2) {
                        request.getConnectionMetaData()
                                .getConnection()
                                .getEndPoint()
                                .close();
                    } else {
                        echo(request, response, callback);
                    }
                });
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            assertEquals(200, primary.get(PrimaryServer.TARGET).status());
            assertEquals(200, primary.get(PrimaryServer.TARGET).status());
            assertEquals(
                    List.of(
                            "HTTP/2.0 " + PrimaryServer.TARGET,
                            "HTTP/2.0 " + PrimaryServer.TARGET,
                            "HTTP/1.1 " + PrimaryServer.TARGET),
                    secondary.requests());
        }
    }

    @Test
    void aServerThatSaysNothingIsGivenUpInTime() throws Exception {
        try (SecureSecondary secondary = new SecureSecondary(folder, true, (request, response, callback) -> {
                    if (request.getHttpURI().getPath().endsWith("slow")) {
                        Thread.sleep(6_500);
                        echo(request, response, callback);
                    }
                });
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl(), 5000, 1000);
                PrimaryServer patient = new PrimaryServer(secondary.rootUrl(), 5000, 9000)) {
            CompletableFuture<RawAnswer> slow = CompletableFuture.supplyAsync(
                    () -> get(patient, PrimaryServer.TARGET + "/slow"), PrimaryServer.CLIENTS);
            RawAnswer answer = primary.get(PrimaryServer.TARGET);
            assertEquals(504, answer.status(), answer::toString);
            assertTrue(answer.time().toMillis() < 12_000, answer.time()::toString);
            // longer than connections are kept that nothing is sent on
            assertEquals(200, slow.get().status());
        }
    }

    @Test
    void aClientThatLeavesEndsTheRequest() throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        try (SecureSecondary secondary = new SecureSecondary(folder, true, (request, response, callback) -> {
                    request.addFailureListener(ended::complete);
                    begun.countDown();
                });
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            try (Socket client = primary.ask("GET", PrimaryServer.TARGET, "")) {
                assertTrue(begun.await(20, TimeUnit.SECONDS));
            }
            ended.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aLargeAnswerArrivesWholeWhileAnotherIsNotRead() throws Exception {
        byte[] large = "0123456789abcdef".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        try (SecureSecondary secondary = new SecureSecondary(
                        folder,
                        true,
                        (request, response, callback) -> response.write(true, ByteBuffer.wrap(large), callback));
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            List<Socket> lazy = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                lazy.add(primary.ask("GET", PrimaryServer.TARGET, ""));
            }
            while (secondary.requests().size() < 10) {
                Thread.sleep(20);
            }
            RawAnswer answer = primary.get(PrimaryServer.TARGET);
            assertEquals(large.length, answer.body().length(), () -> "after " + answer.time());
            for (Socket socket : lazy) {
                socket.close();
            }
        }
    }
}
