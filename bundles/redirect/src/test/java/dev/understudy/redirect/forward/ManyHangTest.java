package dev.understudy.redirect.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.observe.Secondaries;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Row 32 of faults.md: many requests at once to a secondary server that does not answer. Their number is bounded, local requests are
 * not affected, and nothing is left when the requests have ended, however they did.
 */
@Timeout(60)
class ManyHangTest {

    private static final int AT_ONCE = 500;
    private static final int CONNECTIONS = 64;
    private static final int QUEUED = 256;
    /** The threads of the client, and of its timer. */
    private static final int THREADS = 16 + 1;

    private static final int LONG = 600_000;
    private static final int LOCAL = 20;

    private final int threadsBefore = threads();
    private volatile CountDownLatch answer = new CountDownLatch(1);

    @Test
    void untilItAnswers() throws Exception {
        try (FaultServer secondary = FaultServer.of(this::late);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl(), LONG, LONG)) {
            // A place that is not given back the first time would be missing the second time.
            for (int i = 0; i < 2; i++) {
                answer = new CountDownLatch(1);
                int before = secondary.requests().size();
                List<Socket> hanging = hang(primary);
                await(() -> secondary.requests().size() == before + CONNECTIONS);
                assertBounded(primary, secondary);
                answer.countDown();
                for (Socket client : hanging) {
                    assertTrue(PrimaryServer.read(client).endsWith("payload"));
                }
                assertNothingIsUnderWay(primary);
            }
            assertNothingIsLeft(primary);
        }
    }

    @Test
    void untilItDies() throws Exception {
        try (FaultServer secondary = FaultServer.answering("");
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl(), LONG, LONG)) {
            List<Socket> hanging = hang(primary);
            await(() -> secondary.requests().size() == CONNECTIONS);
            assertBounded(primary, secondary);
            secondary.close();
            for (Socket client : hanging) {
                assertEquals(502, new RawAnswer(PrimaryServer.read(client), Duration.ZERO).status());
            }
            assertNothingIsUnderWay(primary);
            assertNothingIsLeft(primary);
        }
    }

    @Test
    void untilTheirClientsLeave() throws Exception {
        try (FaultServer secondary = FaultServer.answering("");
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl(), LONG, LONG)) {
            List<Socket> hanging = hang(primary);
            await(() -> secondary.requests().size() == CONNECTIONS);
            for (Socket client : hanging) {
                client.close();
            }
            assertNothingIsUnderWay(primary);
            secondary.recover();
            assertEquals("payload", primary.get(PrimaryServer.TARGET).body());
            assertNothingIsLeft(primary);
        }
    }

    private void late(ReceivedRequest request) throws IOException, InterruptedException {
        answer.await();
        AnswerMode.WELL.answer(request);
    }

    /** Returns the clients of requests that hang, when all others have been turned away. */
    private static List<Socket> hang(PrimaryServer primary) throws Exception {
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            clients.add(primary.ask("GET", PrimaryServer.TARGET, "Connection: close\r\n"));
        }
        await(() -> {
            int waiting = underWay(primary);
            return waiting <= CONNECTIONS + QUEUED
                    && waiting + answered(clients).size() == AT_ONCE;
        });
        List<Socket> turnedAway = answered(clients);
        for (Socket client : turnedAway) {
            RawAnswer answer = new RawAnswer(PrimaryServer.read(client), Duration.ZERO);
            assertEquals(503, answer.status(), answer::toString);
            assertEquals(List.of("text; code=secondary.busy"), answer.header("Understudy-StandIn"));
            assertEquals(List.of("1"), answer.header("Retry-After"));
        }
        clients.removeAll(turnedAway);
        assertTrue(clients.size() >= QUEUED, () -> "only " + clients.size() + " may wait");
        return clients;
    }

    private static List<Socket> answered(List<Socket> clients) throws IOException {
        List<Socket> answered = new ArrayList<>();
        for (Socket client : clients) {
            if (client.getInputStream().available() > 0) {
                answered.add(client);
            }
        }
        return answered;
    }

    private void assertBounded(PrimaryServer primary, FaultServer secondary) throws IOException {
        assertEquals(CONNECTIONS, secondary.connections());
        assertTrue(threads() - threadsBefore <= THREADS, "too many threads");
        for (int i = 0; i < LOCAL; i++) {
            // A request that has been forwarded already is answered here.
            RawAnswer local = primary.get(PrimaryServer.TARGET, "Understudy-Forwarded: 1");
            assertEquals(List.of("text; code=source.missing"), local.header("Understudy-StandIn"));
        }
    }

    private static void assertNothingIsUnderWay(PrimaryServer primary) throws Exception {
        await(() -> underWay(primary) == 0);
    }

    private void assertNothingIsLeft(PrimaryServer primary) throws Exception {
        primary.closeRedirect();
        await(() -> threads() <= threadsBefore);
    }

    private static int underWay(PrimaryServer primary) {
        return primary.secondaries().entries().stream()
                .mapToInt(Secondaries.SecondaryStatus::underWay)
                .sum();
    }

    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("understudy-redirect"))
                .count();
    }

    /** Returns when the condition holds; the test's timeout ends the wait if it never does. */
    private static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.sleep(5);
        }
    }
}
