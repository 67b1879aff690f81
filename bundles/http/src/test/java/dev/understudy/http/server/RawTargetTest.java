package dev.understudy.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.http.LocalServer;
import dev.understudy.http.RawTarget;
import dev.understudy.http.lease.SwapPolicy;
import dev.understudy.http.mount.Dispatcher;
import dev.understudy.http.settings.HttpSettingTable;
import dev.understudy.http.settings.HttpSettings;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.BufferUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets with bytes that are no UTF-8, over a socket. */
class RawTargetTest {

    private static final String HOST = " HTTP/1.1\r\nHost: x\r\n";
    private static final String CLOSE = "Connection: close\r\n\r\n";

    private final Dispatcher dispatcher = new Dispatcher(() -> new SwapPolicy(Duration.ZERO, 0, Duration.ofSeconds(1)));
    private StandaloneServer server;

    @BeforeEach
    void open() throws Exception {
        HttpSettings settings = HttpSettings.of(HttpSettingTable.TABLE
                .read(Map.of("port", "0", "drain.timeout", "0"))
                .values());
        dispatcher.mount(
                List.of("/is/image"),
                LocalServer.handler((request, response, callback) -> response.write(
                        true,
                        BufferUtil.toBuffer(
                                "<" + request.getHttpURI().getPathQuery() + "|" + RawTarget.of(request) + ">",
                                StandardCharsets.ISO_8859_1),
                        callback)),
                0);
        server = StandaloneServer.open(settings, null, dispatcher, (request, response) -> {});
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String answers(String... parts) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            for (String part : parts) {
                out.write(part.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                Thread.sleep(parts.length > 1 ? 50 : 0);
            }
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.replaceAll("(?s)[^<]*(<[^>]*>)", "$1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/is/image/B\u00fccher?x=\u00e4 /is/image/B%FCcher?x=%E4|/is/image/B\u00fccher?x=\u00e4",
                "/is/image/a?\u00ff /is/image/a?%FF|/is/image/a?\u00ff",
                "/is/image/a/.\u00c0\u00ae/b /is/image/a/.%C0%AE/b|/is/image/a/.\u00c0\u00ae/b",
                "/is/image/\u00c3\u00b6-\u00fc /is/image/%C3%B6-%FC|/is/image/\u00c3\u00b6-\u00fc",
                "/is/image/a?x=%FC /is/image/a?x=%FC|null",
            })
    void bytesThatAreNoUtf8AreReadAsIfTheyWereEncoded(String target, String seen) throws Exception {
        assertEquals("<" + seen + ">", answers("GET " + target + HOST + CLOSE));
    }

    @Test
    void theLineMayArriveInPieces() throws Exception {
        assertEquals(
                "</is/image/B%FCcher|/is/image/B\u00fccher>",
                answers("GET /is/im", "age/B", "\u00fc", "cher" + HOST, CLOSE));
    }

    @Test
    void everyRequestOfAConnectionHasItsOwn() throws Exception {
        assertEquals(
                "</is/image/a|null></is/image/%FC|/is/image/\u00fc></is/image/b?%FD|/is/image/b?\u00fd>",
                answers("GET /is/image/a" + HOST + "X: \u00fc\r\n\r\nGET /is/image/\u00fc" + HOST + "\r\n"
                        + "GET /is/image/b?\u00fd" + HOST + CLOSE));
    }

    /** Only one of them can be meant, and which is not known. */
    @Test
    void linesThatLookTheSameAreNotMistakenForEachOther() throws Exception {
        String seen = answers("GET /is/image/\u00fc" + HOST + "\r\nGET /is/image/\u00fd" + HOST + CLOSE);
        assertTrue(!seen.contains("%FC") && !seen.contains("%FD"), seen);
    }
}
