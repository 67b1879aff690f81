package dev.understudy.redirect.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Secondary;
import dev.understudy.redirect.settings.BreakerSettings;
import dev.understudy.redirect.settings.RedirectSettings;
import dev.understudy.redirect.settings.Timeouts;
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

/** Answers of unknown length to clients of HTTP/1.0, which learn only from the end of the connection that they have the whole answer. */
@Timeout(60)
class CutAnswerTest {

    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String FIRST_CHUNK = "3\r\npay\r\n";

    static List<AnswerMode> cuts() {
        return List.of(
                AnswerMode.says(CHUNKED + FIRST_CHUNK).thenCloses(),
                AnswerMode.says(CHUNKED + FIRST_CHUNK).thenResets(),
                AnswerMode.says("HTTP/1.0 200 OK\r\n\r\npay").thenResets(),
                AnswerMode.says(CHUNKED + FIRST_CHUNK).then(AnswerMode.says("junk\r\n")),
                AnswerMode.says(CHUNKED + FIRST_CHUNK));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void aCutAnswerEndsInAReset(AnswerMode cut) throws Exception {
        try (FaultServer secondary = FaultServer.of(cut);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl(), 2000, 3000);
                Socket client = primary.ask("HTTP/1.0", "GET", PrimaryServer.TARGET, "")) {
            StringBuilder answer = new StringBuilder();
            reset(client, answer);
            assertTrue(answer.toString().startsWith("HTTP/1.1 200 OK\r\n"), answer::toString);
            assertTrue(primary.logged().exception().startsWith("secondary."));
            assertTrue(primary.isIdle());
        }
    }

    @Test
    void anAnswerThatTheClientDoesNotReadInTimeEndsInAReset() throws Exception {
        AnswerMode endless = request -> {
            request.say(CHUNKED);
            while (true) {
                request.say("10000\r\n" + "x".repeat(0x10000) + "\r\n");
            }
        };
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMillis(400));
        try (FaultServer secondary = FaultServer.of(endless);
                PrimaryServer primary = new PrimaryServer(new RedirectSettings(
                        Secondary.listOf(secondary.rootUrl()),
                        timeouts,
                        new BreakerSettings(5, Duration.ofSeconds(10))));
                Socket client = primary.ask("HTTP/1.0", "GET", PrimaryServer.TARGET, "")) {
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
    void aWholeAnswerEndsInAnOrderlyClose() throws Exception {
        AnswerMode whole = AnswerMode.says(CHUNKED + FIRST_CHUNK + "4\r\nload\r\n0\r\n\r\n");
        try (FaultServer secondary = FaultServer.of(whole);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl());
                Socket client = primary.ask("HTTP/1.0", "GET", PrimaryServer.TARGET, "")) {
            assertTrue(new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
                    .endsWith("\r\n\r\npayload"));
        }
    }

    @Test
    void anAnswerOfKnownLengthEndsInAnOrderlyClose() throws Exception {
        AnswerMode cut = AnswerMode.says("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\npay")
                .thenCloses();
        try (FaultServer secondary = FaultServer.of(cut);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl());
                Socket client = primary.ask("HTTP/1.0", "GET", PrimaryServer.TARGET, "")) {
            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(answer.contains("Content-Length: 7\r\n"), answer);
            assertTrue(answer.endsWith("\r\n\r\npay"), answer);
        }
    }
}
