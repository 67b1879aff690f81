package dev.understudy.redirect.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.redirect.settings.TestSettings;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that leave before they have their answer, and clients that stay. */
@Timeout(30)
class LeavingClientTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n";

    private volatile CountDownLatch asked = new CountDownLatch(1);
    private volatile CountDownLatch aborted = new CountDownLatch(1);

    /** Sends a part, waits until the other side ends the connection, and notes that. */
    private AnswerMode hanging(String part) {
        return request -> {
            request.say(part);
            asked.countDown();
            try {
                request.awaitEnd();
            } finally {
                aborted.countDown();
            }
        };
    }

    @Test
    void theRequestOfAClientThatHasLeftIsAborted() throws Exception {
        try (FaultServer secondary = FaultServer.of(hanging(""));
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl(), 600_000, 600_000)) {
            Socket client = primary.ask("GET", PrimaryServer.TARGET, "");
            asked.await();
            client.close();
            aborted.await();
            assertTrue(primary.logged().exception().endsWith("The client has left"));
        }
    }

    /** Row 34 of faults.md. */
    @Test
    void theRequestOfAClientThatHasLeftIsAbortedAtOnce() throws Exception {
        try (FaultServer secondary = FaultServer.of(hanging(""));
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl(), 600_000, 600_000)) {
            TimeBound.atMost(Duration.ofMillis(100), () -> {
                asked = new CountDownLatch(1);
                aborted = new CountDownLatch(1);
                Socket client = primary.ask("GET", PrimaryServer.TARGET, "");
                asked.await();
                long start = System.nanoTime();
                client.close();
                aborted.await();
                return Duration.ofNanos(System.nanoTime() - start);
            });
        }
    }

    @Test
    void anAnswerIsAbortedWhenTheClientLeavesInTheMiddle() throws Exception {
        try (FaultServer secondary = FaultServer.of(hanging(HEAD + "pay"));
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl(), 600_000, 600_000)) {
            Socket client = primary.ask("GET", PrimaryServer.TARGET, "");
            asked.await();
            read(client, "pay");
            client.setSoLinger(true, 0);
            client.close();
            aborted.await();
            assertTrue(primary.logged().exception().endsWith("The client has left"));
        }
    }

    @Test
    void aClientThatLeavesIsNoFailureOfTheServer() throws Exception {
        try (FaultServer secondary = FaultServer.of(hanging(""));
                PrimaryServer primary =
                        new PrimaryServer(TestSettings.of(secondary.rootUrl(), 600_000, 600_000, 1, 600_000))) {
            Socket client = primary.ask("GET", PrimaryServer.TARGET, "");
            asked.await();
            client.close();
            aborted.await();
            primary.logged();
            secondary.recover();
            assertEquals("payload", primary.get(PrimaryServer.TARGET).body());
        }
    }

    @Test
    void pipelinedRequestsAreKeptForLater() throws Exception {
        CountDownLatch pipelined = new CountDownLatch(1);
        AnswerMode waiting = request -> {
            asked.countDown();
            pipelined.await(1, TimeUnit.SECONDS);
            AnswerMode.WELL.answer(request);
        };
        try (FaultServer secondary = FaultServer.of(waiting);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            Socket client = primary.ask("GET", PrimaryServer.TARGET + "?1", "");
            asked.await();
            String next = "GET " + PrimaryServer.TARGET + "?2 HTTP/1.1\r\nHost: primary\r\n\r\n";
            for (String part : new String[] {next.substring(0, 30), next.substring(30) + next.replace("?2", "?3")}) {
                client.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
                client.getOutputStream().flush();
            }
            for (int i = 1; i <= 3; i++) {
                read(client, "payload");
                assertTrue(secondary.requests().get(i - 1).requestLine().contains("?" + i));
            }
        }
    }

    @Test
    void aConnectionThatIsKeptServesOneRequestAfterTheOther() throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            Socket client = primary.ask("GET", PrimaryServer.TARGET, "");
            for (int i = 0; i < 50; i++) {
                read(client, "payload");
                client.getOutputStream()
                        .write(("GET " + PrimaryServer.TARGET + " HTTP/1.1\r\nHost: primary\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
            }
            read(client, "payload");
            assertEquals(51, secondary.requests().size());
        }
    }

    private static void read(Socket client, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (!read.toString().endsWith(end)) {
            int next = client.getInputStream().read();
            if (next < 0) {
                throw new AssertionError("ended after " + read);
            }
            read.append((char) next);
        }
    }
}
