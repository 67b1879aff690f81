package dev.understudy.http.server;

import static dev.understudy.http.connection.RawHttp2.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.http.RawTarget;
import dev.understudy.http.connection.RawHttp2;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.ServingListener;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP/2 without TLS, and its limits. */
class Http2Test {

    private static final int REFUSED_STREAM = 0x7;
    private static final byte[] CANCEL = {0, 0, 0, 8};

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private TestPorts ports;

    @BeforeEach
    void open() throws Exception {
        ports = new TestPorts(Map.of("http2.maxStreams", "4"), this::answer);
    }

    private void answer(Request request, Response response, Callback callback) throws Exception {
        begun.incrementAndGet();
        if (request.getHttpURI().getPath().endsWith("slow")) {
            release.await(20, TimeUnit.SECONDS);
        }
        String seen = request.getHttpURI().getPathQuery() + "|" + RawTarget.of(request) + "|"
                + request.getHeaders().get(HttpHeader.HOST);
        response.write(true, BufferUtil.toBuffer(seen, StandardCharsets.ISO_8859_1), callback);
    }

    @AfterEach
    void close() {
        release.countDown();
        ports.close();
    }

    private RawHttp2 client() throws Exception {
        return new RawHttp2(ports.connect());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/is/image/a?wid=9 /is/image/a?wid=9|null",
                "/is/image/a/{b}//c%2fd?$x$=1|2 /is/image/a/{b}//c%2fd?$x$=1|2|null",
                "/is/image/B\u00fccher?x=\u00e4 /is/image/B%FCcher?x=%E4|/is/image/B\u00fccher?x=\u00e4",
                "/is/image/\u00c3\u00b6 /is/image/%C3%B6|/is/image/\u00c3\u00b6",
            })
    void targetsAreReadAsThoseOfHttp1Are(String target, String seen) throws Exception {
        try (RawHttp2 client = client()) {
            client.get(1, "http", target);
            assertEquals(seen + "|images.example", client.body(1));
            Request logged = ports.finished();
            assertEquals("HTTP/2.0", logged.getConnectionMetaData().getProtocol());
            assertEquals("images.example", logged.getHeaders().get(HttpHeader.HOST), "for the access log");
        }
    }

    @Test
    void theOldWayToHttp2IsNotTaken() throws Exception {
        try (Socket socket = ports.connect()) {
            socket.getOutputStream()
                    .write(("GET /is/image/x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings, close\r\n"
                                    + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
        }
    }

    @Test
    void requestsBeyondTheLimitAreRefusedAndTheOthersAreServed() throws Exception {
        try (RawHttp2 client = client()) {
            for (int stream = 1; stream <= 11; stream += 2) {
                client.get(stream, "http", "/is/image/slow");
            }
            RawHttp2.Frame refused = client.await(RawHttp2.RESET);
            assertEquals(9, refused.stream());
            assertEquals(REFUSED_STREAM, refused.code(0));
            release.countDown();
            assertTrue(client.body(1).startsWith("/is/image/slow"));
            for (int i = 0; i < 4; i++) {
                assertNotNull(ports.finished());
            }
        }
        assertEquals(4, begun.get());
    }

    /** What is known as rapid reset: each request is taken back at once, so that no limit of streams is ever reached. */
    @Test
    void resetsWithoutEndCloseTheConnection() throws Exception {
        HeardRequests heard = new HeardRequests();
        ports.listeners().add(heard);
        try (RawHttp2 client = client()) {
            int stream = 1;
            for (int i = 0; i < 5_000; i++) {
                try {
                    client.get(stream, "http", "/is/image/x");
                    client.send(frame(RawHttp2.RESET, 0, stream, CANCEL));
                } catch (SocketException e) {
                    break;
                }
                stream += 2;
            }
            assertClosed(client);
        }
        assertTrue(begun.get() < 1_000, begun + " requests were begun");
        assertFalse(ports.statuses().contains(500), "a client that leaves is no error of the server");
        assertTrue(ports.statuses().contains(ClientLeft.STATUS), "told as such");
        for (int i = 0;
                heard.ended.get() + heard.canceled.get() != ports.statuses().size() && i < 1000;
                i++) {
            Thread.sleep(10);
        }
        assertEquals(Collections.frequency(ports.statuses(), ClientLeft.STATUS), heard.canceled.get());
        try (RawHttp2 other = client()) {
            other.get(1, "http", "/is/image/x");
            assertTrue(other.body(1).startsWith("/is/image/x"), "others are served");
        }
    }

    /** Counts requests by how they ended. */
    private static final class HeardRequests implements ServingListener {

        private final AtomicInteger ended = new AtomicInteger();
        private final AtomicInteger canceled = new AtomicInteger();

        @Override
        public void onRequest(
                String method, String mount, int status, long nanos, @Nullable AccessRecord accessRecord) {
            ended.incrementAndGet();
        }

        @Override
        public void onCanceledRequest() {
            canceled.incrementAndGet();
        }
    }

    @Test
    void pingsAndSettingsAndEmptyFramesWithoutEndCloseTheConnection() throws Exception {
        for (byte[] flood : new byte[][] {
            frame(RawHttp2.PING, 0, 0, new byte[8]),
            frame(RawHttp2.SETTINGS, 0, 0),
            frame(0x2, 0, 1, new byte[] {0, 0, 0, 0, 1}),
        }) {
            try (RawHttp2 client = client()) {
                for (int i = 0; i < 2_000; i++) {
                    try {
                        client.send(flood);
                    } catch (SocketException e) {
                        break;
                    }
                }
                assertClosed(client);
            }
        }
    }

    @Test
    void headersWithoutEndCloseTheConnection() throws Exception {
        try (RawHttp2 client = client()) {
            client.send(frame(RawHttp2.HEADERS, RawHttp2.END_STREAM, 1, RawHttp2.get("http", "/is/image/x")));
            byte[] more = new byte[16_000];
            try {
                for (int i = 0; i < 1_000; i++) {
                    client.send(frame(RawHttp2.CONTINUATION, 0, 1, more));
                }
            } catch (SocketException e) {
                // closed while it was written to
            }
            RawHttp2.Frame last = client.await(RawHttp2.GOAWAY);
            assertTrue(last == null || last.code(4) != 0, "an error");
        }
        assertEquals(0, begun.get());
    }

    @Test
    void aHeaderThatIsTooLongIsRefusedAndTheConnectionGoesOn() throws Exception {
        try (RawHttp2 client = client()) {
            client.get(1, "http", "/is/image/" + "a".repeat(12_000) + "?b=" + "c".repeat(2_000));
            assertTrue(client.body(1).startsWith("/is/image/aaa"));
            client.get(3, "http", "/is/image/y");
            assertTrue(client.body(3).startsWith("/is/image/y"));
        }
    }

    private static void assertClosed(RawHttp2 client) throws Exception {
        try {
            RawHttp2.Frame last = client.await(RawHttp2.GOAWAY);
            assertTrue(last == null || last.code(4) == RawHttp2.ENHANCE_YOUR_CALM, "enhance your calm");
        } catch (SocketException e) {
            // reset: what was sent after the end had not been read
        }
    }
}
