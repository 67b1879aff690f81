package dev.understudy.redirect.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Secondary;
import dev.understudy.observe.CacheUse;
import dev.understudy.observe.Secondaries.BreakerState;
import dev.understudy.redirect.settings.BreakerSettings;
import dev.understudy.redirect.settings.RedirectSettings;
import dev.understudy.redirect.settings.Timeouts;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever clients do, they do not open the breaker: it counts what the secondary server did. One failure opens it in these tests. */
@Timeout(60)
class BlamelessTest {

    private static final String NOT_MODIFIED = "HTTP/1.1 304 Not Modified\r\nETag: \"abc\"\r\n\r\n";
    private static final int CONNECTIONS = 64;

    /** Takes any list with a star in it for a star, and knows all entity tags. */
    private static final AnswerMode SLOPPY =
            request -> request.say(request.head().contains("If-None-Match") ? NOT_MODIFIED : AnswerMode.PAYLOAD);

    /** Closes the connection when the request is longer than usual. */
    private static final AnswerMode PICKY = request -> {
        if (request.head().length() > 8192) {
            request.reset();
        } else {
            request.say(AnswerMode.PAYLOAD);
        }
    };

    private static PrimaryServer primary(FaultServer secondary, long connect, long socket) throws Exception {
        return primary(secondary.rootUrl(), connect, socket);
    }

    private static PrimaryServer primary(String rootUrls, long connect, long socket) throws Exception {
        return new PrimaryServer(new RedirectSettings(
                Secondary.listOf(rootUrls),
                new Timeouts(Duration.ofMillis(connect), Duration.ofMillis(socket), Duration.ZERO),
                new BreakerSettings(1, Duration.ofSeconds(600))));
    }

    private static void stillAnswers(PrimaryServer primary) throws Exception {
        assertEquals(BreakerState.CLOSED, primary.breakers().get(0));
        RawAnswer answer = primary.get(PrimaryServer.TARGET);
        assertEquals(200, answer.status(), answer::toString);
    }

    @Test
    void theFailuresOfTheServerItselfDo() throws Exception {
        try (FaultServer secondary = FaultServer.of(ReceivedRequest::reset);
                PrimaryServer primary = primary(secondary, 2000, 2000)) {
            assertEquals(502, primary.get(PrimaryServer.TARGET).status());
            assertEquals(BreakerState.OPEN, primary.breakers().get(0));
            assertEquals(CacheUse.REMOTE, primary.logged().seen().cacheUse());
            assertEquals(503, primary.get(PrimaryServer.TARGET).status());
            assertEquals(CacheUse.UNDEFINED, primary.logged().seen().cacheUse());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*, \"x\"", "\"x\", *", "x", "\"abc", "*,*", "\"x\" \"abc\""})
    void noListOfEntityTagsIsReadInTwoWays(String list) throws Exception {
        try (FaultServer secondary = FaultServer.of(SLOPPY);
                PrimaryServer primary = primary(secondary, 2000, 2000)) {
            RawAnswer answer = primary.get(
                    PrimaryServer.TARGET, "If-None-Match: " + list, "If-Modified-Since: Sat, 26 Jul 2014 00:28:32 GMT");
            assertEquals("payload", answer.whole(), answer::toString);
            assertTrue(secondary.requests().get(0).lines().stream().noneMatch(line -> line.startsWith("If-")));
            stillAnswers(primary);
        }
    }

    @Test
    void notModifiedForAnotherTagIsAsked() throws Exception {
        try (FaultServer secondary = FaultServer.of(SLOPPY);
                PrimaryServer primary = primary(secondary, 2000, 2000)) {
            RawAnswer answer = primary.get(PrimaryServer.TARGET, "If-None-Match: \"abc-gzip\"");
            assertEquals(502, answer.status(), answer::toString);
            stillAnswers(primary);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 33_000, 60_000, 80_000})
    void aLongAddress(int length) throws Exception {
        try (FaultServer secondary = FaultServer.of(PICKY);
                PrimaryServer primary = primary(secondary, 2000, 2000)) {
            String target = PrimaryServer.TARGET + "?" + "x".repeat(length);
            assertEquals(502, primary.get(target).status());
            assertTrue(secondary.requests().get(0).requestLine().contains(target), "not sent whole");
            stillAnswers(primary);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 60_000})
    void longHeaders(int length) throws Exception {
        try (FaultServer secondary = FaultServer.of(PICKY);
                PrimaryServer primary = primary(secondary, 2000, 2000)) {
            assertEquals(
                    502,
                    primary.get(PrimaryServer.TARGET, "Cookie: a=" + "x".repeat(length))
                            .status());
            stillAnswers(primary);
        }
    }

    @Test
    void aRequestThatCannotBeSentAtAll() throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = primary(secondary, 2000, 2000)) {
            RawAnswer answer = primary.get(PrimaryServer.TARGET + "?" + "x".repeat(110_000));
            assertEquals(List.of("text; code=secondary.path"), answer.header("Understudy-StandIn"), answer::toString);
            assertEquals(CacheUse.UNDEFINED, primary.logged().seen().cacheUse());
            stillAnswers(primary);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Range: bytes=9-1,x",
                "Cookie: \u0001=;;=\"",
                "If-Range: \"x",
                "Connection: close, Host, Via, Understudy-Forwarded, X-Forwarded-For",
                "TE: trailers, x;q=y",
                "Max-Forwards: 0",
                "X-Forwarded-For: " + "1.2.3.4, x",
                "Accept-Encoding: \"",
                "Upgrade: h2c"
            })
    void oddHeaders(String header) throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = primary(secondary, 2000, 2000)) {
            primary.get(PrimaryServer.TARGET, header);
            for (ReceivedRequest request : secondary.requests()) {
                assertTrue(request.lines().contains("Understudy-Forwarded: 1"), request::head);
            }
            stillAnswers(primary);
        }
    }

    @Test
    void slowReadersThatHoldAllConnections() throws Exception {
        AnswerMode endless = request -> {
            request.say("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
            while (true) {
                request.say("x".repeat(0x40000));
            }
        };
        List<Socket> readers = new ArrayList<>();
        try (FaultServer secondary = FaultServer.of(endless);
                PrimaryServer primary = primary(secondary, 1500, 30_000)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                readers.add(primary.ask("GET", PrimaryServer.TARGET, ""));
                while (secondary.requests().size() <= i) {
                    Thread.sleep(1);
                }
            }
            RawAnswer answer = primary.get(PrimaryServer.TARGET);
            assertEquals(List.of("text; code=secondary.busy"), answer.header("Understudy-StandIn"), answer::toString);
            assertEquals(CacheUse.UNDEFINED, primary.logged().seen().cacheUse());
            assertEquals(BreakerState.CLOSED, primary.breakers().get(0));
            secondary.mode(AnswerMode.WELL);
            for (Socket reader : readers) {
                reader.close();
            }
            for (int i = 0; i < CONNECTIONS; i++) {
                primary.logged();
            }
            stillAnswers(primary);
        }
    }

    @Test
    void aSlowReaderGetsTheWholeAnswer() throws Exception {
        int steps = 20;
        int size = steps * 0x100000;
        AnswerMode large =
                request -> request.say("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n" + "x".repeat(size));
        try (FaultServer secondary = FaultServer.of(large);
                PrimaryServer primary = primary(secondary, 500, 800);
                Socket client = primary.ask("GET", PrimaryServer.TARGET, "Connection: close\r\n")) {
            InputStream in = client.getInputStream();
            long read = 0;
            for (int i = 0; i < steps; i++) {
                Thread.sleep(120);
                read += in.readNBytes(0x100000).length;
            }
            read += in.readAllBytes().length;
            assertTrue(read > size, "only " + read + " bytes");
            assertEquals(BreakerState.CLOSED, primary.breakers().get(0));
        }
    }

    @Test
    void aServerThatWasAskedTooLate() throws Exception {
        AnswerMode silent = ReceivedRequest::awaitEnd;
        try (FaultServer first = FaultServer.of(silent);
                FaultServer second = FaultServer.of(silent);
                PrimaryServer primary = primary(first.rootUrl() + " " + second.rootUrl(), 100, 600)) {
            assertEquals(504, primary.get(PrimaryServer.TARGET).status());
            assertEquals(1, second.requests().size());
            assertEquals(List.of(BreakerState.OPEN, BreakerState.CLOSED), primary.breakers());
        }
    }
}
