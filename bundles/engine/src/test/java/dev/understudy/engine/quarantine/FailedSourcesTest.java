package dev.understudy.engine.quarantine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Tolerance;
import dev.understudy.observe.Quarantine;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is remembered, for how long, and what is not. */
class FailedSourcesTest {

    private Instant now = FakeSource.WRITTEN.plusSeconds(3600);
    private final FailedSources failed = new FailedSources(3, () -> now);

    private void later(Duration by) {
        now = now.plus(by);
    }

    private final FakeSource drum = FakeSource.of("shop", "drum.jpg");

    private static Failure corrupt(String object) {
        return new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, object, "cut short", new IOException("end"));
    }

    private void fail(FakeSource source, Step step, Failure failure) {
        ServeException thrown = assertThrows(
                ServeException.class,
                () -> failed.attempt(source, Tolerance.STRICT, step, () -> {
                    throw new ServeException(failure);
                }));
        assertEquals(failure, thrown.failure());
    }

    private void fail(FakeSource source) {
        fail(source, Step.PIXELS, corrupt(source.key().toString()));
    }

    private Failure refusal(FakeSource source, Step goal) {
        return assertThrows(ServeException.class, () -> failed.check(source, Tolerance.STRICT, goal))
                .failure();
    }

    private void passes(FakeSource source, Step goal) {
        assertDoesNotThrow(() -> failed.check(source, Tolerance.STRICT, goal));
    }

    @Test
    void whatSucceedsIsHandedOn() throws Exception {
        assertEquals("pixels", failed.attempt(drum, Tolerance.STRICT, Step.PIXELS, () -> "pixels"));
        passes(drum, Step.COLORS);
        assertEquals(List.of(), failed.entries());
    }

    @Test
    void whatFailsStrictlyMayDoForTheLenient() {
        fail(drum, Step.PIXELS, corrupt("shop/drum.jpg"));
        refusal(drum, Step.PIXELS);
        assertDoesNotThrow(() -> failed.check(drum, Tolerance.LENIENT, Step.COLORS));
        failed.gone(drum.key());
        passes(drum, Step.COLORS);
    }

    @Test
    void theNextRequestFailsAtOnceInTheSameWay() {
        Failure first = corrupt("shop/drum.jpg");
        fail(drum, Step.PIXELS, first);
        later(Duration.ofHours(5));
        Failure.Known known = assertInstanceOf(Failure.Known.class, refusal(drum, Step.PIXELS));
        assertEquals(first, known.first());
        assertEquals(first.kind(), known.kind());
        assertEquals(first.message(), known.message());
        assertEquals(first.cause(), known.cause());
        assertEquals("'shop/drum.jpg': cut short (in quarantine since 2026-03-01T11:00:00Z)", known.logMessage());
    }

    @Test
    void stepsBeforeTheOneThatFailedAreStillTaken() {
        fail(drum, Step.PIXELS, corrupt("drum"));
        passes(drum, Step.HEAD);
        refusal(drum, Step.COLORS);
    }

    @Test
    void anotherStateOfTheFileIsTried() {
        fail(drum);
        passes(drum.rewritten(), Step.COLORS);
        assertEquals(List.of(), failed.entries());
        passes(drum, Step.COLORS);
    }

    @Test
    void theNewStateMayFailToo() {
        fail(drum);
        later(Duration.ofMinutes(1));
        fail(drum.rewritten());
        Quarantine.Entry entry = failed.entries().get(0);
        assertEquals(1, entry.asked());
        assertEquals(now, entry.since());
        refusal(drum.rewritten(), Step.PIXELS);
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SOURCE_CORRUPT", "PROFILE_CORRUPT", "FONT_CORRUPT"})
    void whatMayBeOtherwiseNextTimeIsNotRemembered(FailureKind kind) {
        fail(drum, Step.HEAD, new Failure.Unavailable(kind, "just now", null));
        passes(drum, Step.COLORS);
        assertEquals(List.of(), failed.entries());
    }

    @Test
    void errorsOfTheMachineAreNotRemembered() {
        assertThrows(
                OutOfMemoryError.class,
                () -> failed.attempt(drum, Tolerance.STRICT, Step.PIXELS, () -> {
                    throw new OutOfMemoryError("just now");
                }));
        passes(drum, Step.COLORS);
    }

    @Test
    void aFileThatIsBeingWrittenToIsNotRemembered() {
        fail(drum.beingOverwritten());
        passes(drum, Step.COLORS);
    }

    @Test
    void aFileJustWrittenIsTriedAgainAsItMayChangeWithinTheSameMoment() {
        now = FakeSource.WRITTEN.plusMillis(1500);
        Runnable attempt = () -> assertThrows(
                ServeException.class,
                () -> failed.attempt(drum, Tolerance.STRICT, Step.PIXELS, () -> {
                    throw new ServeException(corrupt("drum"));
                }));
        attempt.run();
        later(Duration.ofHours(1));
        assertDoesNotThrow(() -> failed.check(drum, Tolerance.STRICT, Step.COLORS));
        assertEquals(1, failed.entries().size());
        attempt.run();
        assertThrows(ServeException.class, () -> failed.check(drum, Tolerance.STRICT, Step.COLORS));
        Quarantine.Entry entry = failed.entries().get(0);
        assertEquals(FakeSource.WRITTEN.plusMillis(1500), entry.since());
        assertEquals(3, entry.asked());
    }

    @Test
    void aFileFromTheFutureIsNotTriedForever() {
        now = FakeSource.WRITTEN.minusSeconds(60);
        assertThrows(
                ServeException.class,
                () -> failed.attempt(drum, Tolerance.STRICT, Step.PIXELS, () -> {
                    throw new ServeException(corrupt("drum"));
                }));
        assertThrows(ServeException.class, () -> failed.check(drum, Tolerance.STRICT, Step.COLORS));
    }

    @Test
    void theListTellsTheNewestFirstAndHowOftenTheyWereAskedFor() {
        fail(drum);
        later(Duration.ofSeconds(9));
        fail(FakeSource.of("", "/abs/bowl.jpg"));
        refusal(drum, Step.PIXELS);
        refusal(drum, Step.COLORS);
        assertEquals(
                List.of(
                        new Quarantine.Entry(
                                "/abs/bowl.jpg", FailureKind.SOURCE_CORRUPT, "'/abs/bowl.jpg': cut short", now, 1),
                        new Quarantine.Entry(
                                "shop/drum.jpg",
                                FailureKind.SOURCE_CORRUPT,
                                "'shop/drum.jpg': cut short",
                                now.minusSeconds(9),
                                3)),
                failed.entries());
    }

    @Test
    void onlySoManyAreRememberedThoseAskedForLast() {
        List<FakeSource> four = IntStream.range(0, 4)
                .mapToObj(i -> FakeSource.of("shop", i + ".jpg"))
                .toList();
        four.subList(0, 3).forEach(this::fail);
        refusal(four.get(0), Step.PIXELS);
        fail(four.get(3));
        assertEquals(3, failed.entries().size());
        passes(four.get(1), Step.COLORS);
        refusal(four.get(0), Step.PIXELS);
    }

    @Test
    void noneAreRememberedWhenItIsSwitchedOff() {
        FailedSources off = new FailedSources(0, () -> now);
        assertThrows(
                ServeException.class,
                () -> off.attempt(drum, Tolerance.STRICT, Step.HEAD, () -> {
                    throw new ServeException(corrupt("drum"));
                }));
        assertDoesNotThrow(() -> off.check(drum, Tolerance.STRICT, Step.COLORS));
    }

    @Test
    void theSettingIsChecked() {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> new FailedSources(-1, () -> now));
        assertTrue(thrown.getMessage().contains("quarantine.maxEntries is -1; allowed: 0"), thrown.getMessage());
    }

    @Test
    void anOperatorReleasesOneOrAll() {
        fail(drum);
        fail(FakeSource.of("shop", "bowl.jpg"));
        fail(FakeSource.of("gallery", "bowl.jpg"));
        assertTrue(failed.release("shop/bowl.jpg"));
        assertFalse(failed.release("shop/bowl.jpg"));
        passes(FakeSource.of("shop", "bowl.jpg"), Step.COLORS);
        refusal(drum, Step.PIXELS);
        assertEquals(2, failed.releaseAll());
        passes(drum, Step.COLORS);
    }

    @Test
    void aFileThatIsGoneIsForgotten() {
        fail(drum);
        failed.gone(drum.key());
        assertEquals(List.of(), failed.entries());
    }

    @Test
    void aSourceThatTookTooLongIsLeftAloneForAWhile() throws Exception {
        Failure late = new Failure.Unavailable(FailureKind.SERVER_OVERLOADED, "took too long", null);
        Thread worker = Thread.currentThread();
        failed.attempt(drum, Tolerance.STRICT, Step.PIXELS, () -> {
            later(Duration.ofSeconds(20));
            failed.givenUp(worker, late, Duration.ofSeconds(20));
            return "too late";
        });
        assertEquals(late.message(), refusal(drum, Step.PIXELS).message());
        later(Duration.ofMinutes(10));
        passes(drum, Step.COLORS);
    }

    @Test
    void aSourceThatWasNotTheCauseIsNotBlamed() throws Exception {
        Failure late = new Failure.Unavailable(FailureKind.SERVER_OVERLOADED, "took too long", null);
        Thread worker = Thread.currentThread();
        failed.givenUp(worker, late, Duration.ZERO);
        failed.attempt(drum, Tolerance.STRICT, Step.PIXELS, () -> {
            later(Duration.ofSeconds(1));
            failed.givenUp(worker, late, Duration.ofSeconds(20));
            return "in time";
        });
        failed.givenUp(worker, late, Duration.ZERO);
        passes(drum, Step.COLORS);
    }

    @Test
    void manyThreadsMayFailAtOnce() throws Exception {
        FailedSources shared = new FailedSources(10, () -> now);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> done = IntStream.range(0, 8)
                .<Future<?>>mapToObj(thread -> threads.submit(() -> {
                    start.await();
                    for (int i = 0; i < 100; i++) {
                        FakeSource source = FakeSource.of("shop", i % 20 + ".jpg");
                        assertThrows(
                                ServeException.class,
                                () -> shared.attempt(source, Tolerance.STRICT, Step.PIXELS, () -> {
                                    shared.check(source, Tolerance.STRICT, Step.PIXELS);
                                    throw new ServeException(corrupt("one"));
                                }));
                    }
                    return null;
                }))
                .toList();
        start.countDown();
        for (Future<?> each : done) {
            each.get();
        }
        threads.shutdown();
        assertEquals(10, shared.entries().size());
        assertEquals(10, shared.releaseAll());
    }
}
