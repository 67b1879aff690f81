package dev.understudy.redirect.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that leave before they have their answer, and those that do not. */
@Timeout(30)
class ClientWatchTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n";

    private volatile CountDownLatch asked = new CountDownLatch(1);
    private volatile CountDownLatch aborted = new CountDownLatch(1);

    /** Says a part, waits for the other side to end the connection, and notes that. */
    private Mode hanging(String part) {
        return conversation -> {
            conversation.say(part);
            asked.countDown();
            try {
                conversation.awaitEnd();
            } finally {
                aborted.countDown();
            }
        };
    }

    @Test
    void nobodyIsAskedAnyMoreForAClientThatHasLeft() throws Exception {
        try (FaultServer secondary = FaultServer.of(hanging(""));
                Primary primary = new Primary(secondary.rootUrl(), 600_000, 600_000)) {
            Socket client = primary.ask("GET", Primary.TARGET, "");
            asked.await();
            client.close();
            aborted.await();
            assertTrue(primary.logged().exception().endsWith("The client has left"));
        }
    }

    /** Row 34. */
    @Test
    void andThatAtOnce() throws Exception {
        try (FaultServer secondary = FaultServer.of(hanging(""));
                Primary primary = new Primary(secondary.rootUrl(), 600_000, 600_000)) {
            Bound.atMost(Duration.ofMillis(100), () -> {
                asked = new CountDownLatch(1);
                aborted = new CountDownLatch(1);
                Socket client = primary.ask("GET", Primary.TARGET, "");
                asked.await();
                long start = System.nanoTime();
                client.close();
                aborted.await();
                return Duration.ofNanos(System.nanoTime() - start);
            });
        }
    }

    @Test
    void norWhenItLeavesInTheMiddle() throws Exception {
        try (FaultServer secondary = FaultServer.of(hanging(HEAD + "pic"));
                Primary primary = new Primary(secondary.rootUrl(), 600_000, 600_000)) {
            Socket client = primary.ask("GET", Primary.TARGET, "");
            asked.await();
            read(client, "pic");
            client.setSoLinger(true, 0);
            client.close();
            aborted.await();
            assertTrue(primary.logged().exception().endsWith("The client has left"));
        }
    }

    @Test
    void aClientThatLeavesSaysNothingAboutTheServer() throws Exception {
        try (FaultServer secondary = FaultServer.of(hanging(""));
                Primary primary = new Primary(RedirectSettings.of(
                        new RedirectSettings.Configured(secondary.rootUrl(), 600_000, 600_000, 1, 600_000)))) {
            Socket client = primary.ask("GET", Primary.TARGET, "");
            asked.await();
            client.close();
            aborted.await();
            primary.logged();
            secondary.recover();
            assertEquals("image", primary.get(Primary.TARGET).body());
        }
    }

    @Test
    void itsNextRequestIsKeptForLater() throws Exception {
        CountDownLatch pipelined = new CountDownLatch(1);
        Mode waiting = conversation -> {
            asked.countDown();
            pipelined.await(1, TimeUnit.SECONDS);
            Mode.WELL.answer(conversation);
        };
        try (FaultServer secondary = FaultServer.of(waiting);
                Primary primary = new Primary(secondary.rootUrl())) {
            Socket client = primary.ask("GET", Primary.TARGET + "?1", "");
            asked.await();
            String next = "GET " + Primary.TARGET + "?2 HTTP/1.1\r\nHost: primary\r\n\r\n";
            for (String part : new String[] {next.substring(0, 30), next.substring(30) + next.replace("?2", "?3")}) {
                client.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
                client.getOutputStream().flush();
            }
            for (int i = 1; i <= 3; i++) {
                read(client, "image");
                assertTrue(secondary.requests().get(i - 1).requestLine().contains("?" + i));
            }
        }
    }

    @Test
    void aConnectionThatIsKeptServesOneRequestAfterTheOther() throws Exception {
        try (FaultServer secondary = FaultServer.of(Mode.WELL);
                Primary primary = new Primary(secondary.rootUrl())) {
            Socket client = primary.ask("GET", Primary.TARGET, "");
            for (int i = 0; i < 50; i++) {
                read(client, "image");
                client.getOutputStream()
                        .write(("GET " + Primary.TARGET + " HTTP/1.1\r\nHost: primary\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
            }
            read(client, "image");
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
