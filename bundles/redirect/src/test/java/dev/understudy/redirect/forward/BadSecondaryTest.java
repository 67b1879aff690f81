package dev.understudy.redirect.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Secondary servers that cannot be found, and changes of settings while a secondary server is slow. */
@Timeout(30)
class BadSecondaryTest {

    @Test
    void unknownHost() throws Exception {
        try (PrimaryServer primary = new PrimaryServer("http://no-such-host.invalid")) {
            refused(primary.get(PrimaryServer.TARGET), 502, "secondary.unreachable");
        }
    }

    @Test
    void aServerThatDoesNotSpeakTls() throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl().replace("http:", "https:"), 500, 500)) {
            RawAnswer answer = primary.get(PrimaryServer.TARGET);
            assertTrue(answer.status() == 502 || answer.status() == 504, answer::toString);
        }
    }

    @Test
    void anErrorMadeHereHasNoBodyForHead() throws Exception {
        try (FaultServer secondary = FaultServer.refusing();
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            RawAnswer answer = primary.request("HEAD", PrimaryServer.TARGET);
            refused(answer, 502, "secondary.unreachable");
            assertEquals("", answer.body());
        }
    }

    private static void refused(RawAnswer answer, int status, String code) {
        assertEquals(status, answer.status(), answer::toString);
        assertEquals(List.of("text; code=" + code), answer.header("Understudy-StandIn"));
    }

    /** Reports that it is asked, and answers when it may. */
    private static AnswerMode held(CountDownLatch asked, CountDownLatch answer, AnswerMode mode) {
        return request -> {
            asked.countDown();
            answer.await();
            mode.answer(request);
        };
    }

    @Test
    void closingWaitsForForwardsUnderWay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        try (FaultServer secondary = FaultServer.of(held(asked, answer, AnswerMode.WELL));
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl(), 2000, 10_000)) {
            CompletableFuture<RawAnswer> response =
                    CompletableFuture.supplyAsync(() -> get(primary), PrimaryServer.CLIENTS);
            asked.await();
            CompletableFuture<Void> closed = CompletableFuture.runAsync(primary::closeRedirect, PrimaryServer.CLIENTS);
            answer.countDown();
            assertEquals("payload", response.get().body());
            closed.get();
        }
    }

    @Test
    void otherSettingsApplyToNewRequests() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        AnswerMode earlier = AnswerMode.says(AnswerMode.PAYLOAD.replace("payload", "earlier"));
        try (FaultServer before = FaultServer.of(held(asked, answer, earlier));
                FaultServer after = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(before.rootUrl())) {
            CompletableFuture<RawAnswer> underWay =
                    CompletableFuture.supplyAsync(() -> get(primary), PrimaryServer.CLIENTS);
            asked.await();
            primary.change(after.rootUrl());
            assertEquals("payload", get(primary).body());
            answer.countDown();
            assertEquals("earlier", underWay.get().body());
            primary.change("");
            assertEquals(List.of("text; code=source.missing"), get(primary).header("Understudy-StandIn"));
        }
    }

    @Test
    void noRequestIsLostWhileSettingsChange() throws Exception {
        try (FaultServer one = FaultServer.of(AnswerMode.WELL);
                FaultServer other = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(one.rootUrl())) {
            CompletableFuture<Void> changes = CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < 20; i++) {
                            primary.change((i % 2 == 0 ? other : one).rootUrl());
                        }
                    },
                    PrimaryServer.CLIENTS);
            while (!changes.isDone()) {
                RawAnswer answer = get(primary);
                assertEquals("payload", answer.body(), answer::toString);
            }
            changes.join();
        }
    }

    private static RawAnswer get(PrimaryServer primary) {
        try {
            return primary.get(PrimaryServer.TARGET);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
