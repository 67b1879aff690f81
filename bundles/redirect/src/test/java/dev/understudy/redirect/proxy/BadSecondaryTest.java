package dev.understudy.redirect.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a bad secondary server does besides answering badly; the table of {@link SecondaryFaults} has the rest. */
@Timeout(30)
class BadSecondaryTest {

    @Test
    void unknownHost() throws Exception {
        try (Primary primary = new Primary("http://no-such-host.invalid")) {
            refused(primary.get(Primary.TARGET), 502, "secondary.unreachable");
        }
    }

    @Test
    void noTlsWhereItShouldBe() throws Exception {
        try (FaultServer secondary = FaultServer.of(Mode.WELL);
                Primary primary = new Primary(secondary.rootUrl().replace("http:", "https:"), 500, 500)) {
            Exchange answer = primary.get(Primary.TARGET);
            assertTrue(answer.status() == 502 || answer.status() == 504, answer::toString);
        }
    }

    @Test
    void anErrorMadeHereHasNoBodyForHead() throws Exception {
        try (FaultServer secondary = FaultServer.refusing();
                Primary primary = new Primary(secondary.rootUrl())) {
            Exchange answer = primary.request("HEAD", Primary.TARGET);
            refused(answer, 502, "secondary.unreachable");
            assertEquals("", answer.body());
        }
    }

    private static void refused(Exchange answer, int status, String code) {
        assertEquals(status, answer.status(), answer::toString);
        assertEquals(List.of("text; code=" + code), answer.header("Understudy-StandIn"));
    }

    /** Tells when it is asked, and answers when it may. */
    private static Mode held(CountDownLatch asked, CountDownLatch answer, Mode mode) {
        return conversation -> {
            asked.countDown();
            answer.await();
            mode.answer(conversation);
        };
    }

    @Test
    void closingLetsAForwardEnd() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        try (FaultServer secondary = FaultServer.of(held(asked, answer, Mode.WELL));
                Primary primary = new Primary(secondary.rootUrl(), 2000, 10_000)) {
            CompletableFuture<Exchange> response = CompletableFuture.supplyAsync(() -> get(primary), Primary.CLIENTS);
            asked.await();
            CompletableFuture<Void> closed = CompletableFuture.runAsync(primary::closeRedirect, Primary.CLIENTS);
            answer.countDown();
            assertEquals("image", response.get().body());
            closed.get();
        }
    }

    @Test
    void anotherSettingIsForNewRequests() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Mode earlier = Mode.says(Mode.IMAGE.replace("image", "earlier"));
        try (FaultServer before = FaultServer.of(held(asked, answer, earlier));
                FaultServer after = FaultServer.of(Mode.WELL);
                Primary primary = new Primary(before.rootUrl())) {
            CompletableFuture<Exchange> underWay = CompletableFuture.supplyAsync(() -> get(primary), Primary.CLIENTS);
            asked.await();
            primary.change(after.rootUrl());
            assertEquals("image", get(primary).body());
            answer.countDown();
            assertEquals("earlier", underWay.get().body());
            primary.change("");
            assertEquals(List.of("text; code=source.missing"), get(primary).header("Understudy-StandIn"));
        }
    }

    @Test
    void noRequestIsLostWhileSettingsChange() throws Exception {
        try (FaultServer one = FaultServer.of(Mode.WELL);
                FaultServer other = FaultServer.of(Mode.WELL);
                Primary primary = new Primary(one.rootUrl())) {
            CompletableFuture<Void> changes = CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < 20; i++) {
                            primary.change((i % 2 == 0 ? other : one).rootUrl());
                        }
                    },
                    Primary.CLIENTS);
            while (!changes.isDone()) {
                Exchange answer = get(primary);
                assertEquals("image", answer.body(), answer::toString);
            }
            changes.join();
        }
    }

    private static Exchange get(Primary primary) {
        try {
            return primary.get(Primary.TARGET);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
