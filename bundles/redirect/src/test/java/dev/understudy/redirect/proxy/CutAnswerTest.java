package dev.understudy.redirect.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Secondary;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers to clients of HTTP/1.0: where their length is not known, nothing but the connection's end tells that they are whole. */
@Timeout(30)
class CutAnswerTest {

    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String FIRST_CHUNK = "3\r\npic\r\n";

    static List<Mode> cuts() {
        return List.of(
                Mode.says(CHUNKED + FIRST_CHUNK).thenCloses(),
                Mode.says(CHUNKED + FIRST_CHUNK).thenResets(),
                Mode.says("HTTP/1.0 200 OK\r\n\r\npic").thenResets(),
                Mode.says(CHUNKED + FIRST_CHUNK).then(Mode.says("junk\r\n")),
                Mode.says(CHUNKED + FIRST_CHUNK));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void aCutOneEndsInAReset(Mode cut) throws Exception {
        try (FaultServer secondary = FaultServer.of(cut);
                Primary primary = new Primary(secondary.rootUrl(), 2000, 300);
                Socket client = primary.ask("HTTP/1.0", "GET", Primary.TARGET, "")) {
            StringBuilder answer = new StringBuilder();
            reset(client, answer);
            assertTrue(answer.toString().startsWith("HTTP/1.1 200 OK\r\n"), answer::toString);
            assertTrue(primary.logged().exception().startsWith("secondary."));
            assertTrue(primary.isIdle());
        }
    }

    @Test
    void soDoesOneThatTheClientDidNotTakeInTime() throws Exception {
        Mode endless = conversation -> {
            conversation.say(CHUNKED);
            while (true) {
                conversation.say("10000\r\n" + "x".repeat(0x10000) + "\r\n");
            }
        };
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMillis(400));
        try (FaultServer secondary = FaultServer.of(endless);
                Primary primary = new Primary(new RedirectSettings(
                        Secondary.listOf(secondary.rootUrl()),
                        timeouts,
                        new BreakerSettings(5, Duration.ofSeconds(10))));
                Socket client = primary.ask("HTTP/1.0", "GET", Primary.TARGET, "")) {
            primary.logged();
            reset(client, new StringBuilder());
        }
    }

    /** Reads until the connection is reset. */
    private static void reset(Socket client, StringBuilder answer) throws IOException {
        InputStream in = client.getInputStream();
        SocketException end = assertThrows(
                SocketException.class,
                () -> {
                    for (int next = in.read(); next >= 0; next = in.read()) {
                        answer.append((char) next);
                    }
                },
                answer::toString);
        assertEquals("Connection reset", end.getMessage());
    }

    @Test
    void aWholeOneEndsAsConnectionsDo() throws Exception {
        Mode whole = Mode.says(CHUNKED + FIRST_CHUNK + "4\r\nture\r\n0\r\n\r\n");
        try (FaultServer secondary = FaultServer.of(whole);
                Primary primary = new Primary(secondary.rootUrl());
                Socket client = primary.ask("HTTP/1.0", "GET", Primary.TARGET, "")) {
            assertTrue(new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
                    .endsWith("\r\n\r\npicture"));
        }
    }

    @Test
    void oneOfKnownLengthDoesToo() throws Exception {
        Mode cut = Mode.says("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\npic").thenCloses();
        try (FaultServer secondary = FaultServer.of(cut);
                Primary primary = new Primary(secondary.rootUrl());
                Socket client = primary.ask("HTTP/1.0", "GET", Primary.TARGET, "")) {
            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(answer.contains("Content-Length: 7\r\n"), answer);
            assertTrue(answer.endsWith("\r\n\r\npic"), answer);
        }
    }
}
