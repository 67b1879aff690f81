package dev.understudy.redirect.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several secondary servers, and one that is left alone. */
@Timeout(30)
class SecondariesTest {

    private static final String TARGET = "/is/image/shop/drum";
    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 7\r\n\r\npicture";

    @Test
    void theNextOneIsAskedWhenOneDoesNotAnswer() throws Exception {
        try (RawSecondary silent = RawSecondary.stallingAfter("");
                RawSecondary broken = RawSecondary.answering("junk\r\n\r\n");
                RawSecondary good = RawSecondary.answering(OK);
                RawSecondary last = RawSecondary.answering(OK);
                Primary primary =
                        primary(5, refusing(), silent.rootUrl(), broken.rootUrl(), good.rootUrl(), last.rootUrl())) {
            assertTrue(primary.get(TARGET).endsWith("picture"));
            assertEquals(1, silent.requests().size());
            assertEquals(1, broken.requests().size());
            assertEquals(0, last.requests().size());
            assertEquals(good.rootUrl(), primary.observation.context());
            assertEquals(
                    "secondary.unreachable, secondary.timeout, secondary.broken",
                    primary.observation
                            .exception()
                            .replaceAll(":.*?(; then |$)", ", ")
                            .replaceAll(", $", ""));
        }
    }

    @Test
    void anAnswerOfAnyStatusIsAnAnswer() throws Exception {
        try (RawSecondary first = RawSecondary.answering("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
                RawSecondary second = RawSecondary.answering(OK);
                Primary primary = primary(5, first.rootUrl(), second.rootUrl())) {
            assertTrue(primary.get(TARGET).startsWith("HTTP/1.1 503"));
            assertEquals(0, second.requests().size());
        }
    }

    @Test
    void afterTheFirstByteThereIsNoOther() throws Exception {
        try (RawSecondary first = RawSecondary.answering("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\npic");
                RawSecondary second = RawSecondary.answering(OK);
                Primary primary = primary(5, first.rootUrl(), second.rootUrl())) {
            assertTrue(primary.get(TARGET).endsWith("\r\n\r\npic"));
            assertEquals(0, second.requests().size());
        }
    }

    @Test
    void theLastFailureIsTold() throws Exception {
        try (RawSecondary broken = RawSecondary.answering("junk\r\n\r\n");
                Primary primary = primary(5, broken.rootUrl(), refusing())) {
            assertTrue(primary.get(TARGET).startsWith("HTTP/1.1 502"));
            assertEquals(
                    FailureKind.SECONDARY_UNREACHABLE,
                    primary.failures.element().kind());
        }
    }

    @Test
    void whoFailsInARowIsNotAsked() throws Exception {
        try (RawSecondary broken = RawSecondary.answering("junk\r\n\r\n");
                Primary primary = primary(2, broken.rootUrl())) {
            for (int i = 0; i < 2; i++) {
                primary.get(TARGET);
                assertEquals(
                        FailureKind.SECONDARY_BROKEN, primary.failures.take().kind());
            }
            assertTrue(primary.get(TARGET).startsWith("HTTP/1.1 503"));
            assertEquals(FailureKind.SECONDARY_DOWN, primary.failures.take().kind());
            assertEquals(2, broken.requests().size());
        }
    }

    @Test
    void whoIsNotAskedIsPassedOver() throws Exception {
        try (RawSecondary broken = RawSecondary.answering("junk\r\n\r\n");
                RawSecondary good = RawSecondary.answering(OK);
                Primary primary = primary(2, broken.rootUrl(), good.rootUrl())) {
            for (int i = 0; i < 5; i++) {
                assertTrue(primary.get(TARGET).endsWith("picture"));
            }
            assertEquals(2, broken.requests().size());
            assertEquals(5, good.requests().size());
        }
    }

    @Test
    void aNotModifiedThatTheClientCannotUseIsNoAnswer() throws Exception {
        String notModified = "HTTP/1.1 304 Not Modified\r\nConnection: close\r\nETag: \"abc\"\r\n\r\n";
        try (RawSecondary secondary = RawSecondary.answering(notModified);
                Primary primary = primary(5, secondary.rootUrl())) {
            assertTrue(primary.get(TARGET).startsWith("HTTP/1.1 502"));
            assertEquals(FailureKind.SECONDARY_BROKEN, primary.failures.take().kind());
            assertTrue(primary.get(TARGET, "If-None-Match: \"abc\"").startsWith("HTTP/1.1 304"));
        }
    }

    private static Primary primary(int breakerFailures, String... rootUrls) throws Exception {
        return new Primary(RedirectSettings.of(
                new RedirectSettings.Configured(String.join(" ", rootUrls), 2000, 200, breakerFailures, 600_000)));
    }

    private static String refusing() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return "http://127.0.0.1:" + free.getLocalPort();
        }
    }
}
