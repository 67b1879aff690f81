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
import dev.understudy.image.Region;
import dev.understudy.image.Tolerance;
import dev.understudy.observe.Quarantine;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
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

    private static final Region CORNER = new Region(0, 0, 8, 9);
    private static final Region MIDDLE = new Region(30, 20, 8, 9);

    private Instant now = FakeSource.WRITTEN.plusSeconds(3600);
    private final FailedSources failed = new FailedSources(3, () -> now);

    private void later(Duration by) {
        now = now.plus(by);
    }

    private final FakeSource drum = FakeSource.of("shop", "drum.jpg");

    private static Failure corrupt(String object) {
        return new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, object, "cut short", new IOException("end"));
    }

    private void fail(FakeSource source, DecodingStage step, Failure failure) {
        ServeException thrown = assertThrows(
                ServeException.class,
                () -> failed.attempt(source, Tolerance.STRICT, step, () -> {
                    throw new ServeException(failure);
                }));
        assertEquals(failure, thrown.failure());
    }

    private void fail(FakeSource source) {
        fail(source, DecodingStage.PIXELS, corrupt(source.key().toString()));
    }

    private Failure refusal(FakeSource source, DecodingStage goal) {
        return assertThrows(ServeException.class, () -> failed.check(source, Tolerance.STRICT, goal))
                .failure();
    }

    private void passes(FakeSource source, DecodingStage goal) {
        assertDoesNotThrow(() -> failed.check(source, Tolerance.STRICT, goal));
    }

    @Test
    void whatSucceedsIsHandedOn() throws Exception {
        assertEquals("pixels", failed.attempt(drum, Tolerance.STRICT, DecodingStage.PIXELS, () -> "pixels"));
        passes(drum, DecodingStage.COLORS);
        assertEquals(List.of(), failed.entries());
    }

    @Test
    void whatFailsStrictlyMayDoForTheLenient() {
        fail(drum, DecodingStage.PIXELS, corrupt("shop/drum.jpg"));
        refusal(drum, DecodingStage.PIXELS);
        assertDoesNotThrow(() -> failed.check(drum, Tolerance.LENIENT, DecodingStage.COLORS));
        failed.gone(drum.key());
        passes(drum, DecodingStage.COLORS);
    }

    @Test
    void theNextRequestFailsAtOnceInTheSameWay() {
        Failure first = corrupt("shop/drum.jpg");
        fail(drum, DecodingStage.PIXELS, first);
        later(Duration.ofHours(5));
        Failure.Known known = assertInstanceOf(Failure.Known.class, refusal(drum, DecodingStage.PIXELS));
        assertEquals(first, known.first());
        assertEquals(first.kind(), known.kind());
        assertEquals(first.message(), known.message());
        assertEquals(first.cause(), known.cause());
        assertEquals("'shop/drum.jpg': cut short (in quarantine since 2026-03-01T11:00:00Z)", known.logMessage());
    }

    @Test
    void stepsBeforeTheOneThatFailedAreStillTaken() {
        fail(drum, DecodingStage.PIXELS, corrupt("drum"));
        passes(drum, DecodingStage.HEAD);
        refusal(drum, DecodingStage.COLORS);
    }

    /** Whoever asks for a part that cannot be read must not take the image from everybody else. */
    @Test
    void aPartThatFailsLeavesTheRestAlone() {
        failPart(drum, CORNER);
        assertEquals("'drum': cut", partRefusal(drum, CORNER).message());
        assertDoesNotThrow(() -> failed.check(drum, Tolerance.STRICT, DecodingStage.COLORS, MIDDLE));
        passes(drum, DecodingStage.COLORS);
        assertDoesNotThrow(() -> failed.check(drum.rewritten(), Tolerance.STRICT, DecodingStage.COLORS, CORNER));
        fail(drum);
        partRefusal(drum, MIDDLE);
    }

    @Test
    void theListNamesTheParts() {
        failPart(drum, CORNER);
        assertEquals(
                "'drum': cut (only the part of 8 x 9 pixels at 0,0)",
                failed.entries().get(0).message());
        assertTrue(failed.release("shop/drum.jpg"));
        assertDoesNotThrow(() -> failed.check(drum, Tolerance.STRICT, DecodingStage.COLORS, CORNER));
    }

    @Test
    void howeverManyPartsFailNoFileIsForgotten() {
        FakeSource bowl = FakeSource.of("shop", "bowl.jpg");
        fail(bowl);
        for (int x = 0; x < 10; x++) {
            failPart(drum, new Region(x, 0, 1, 1));
        }
        refusal(bowl, DecodingStage.PIXELS);
        assertEquals(1 + 3, failed.entries().size());
    }

    @Test
    void aPartThatTookTooLongIsLeftAloneForAWhile() throws Exception {
        Failure late = new Failure.Unavailable(FailureKind.SERVER_OVERLOADED, "took too long", null);
        Thread worker = Thread.currentThread();
        failed.attempt(drum, Tolerance.STRICT, DecodingStage.PIXELS, CORNER, () -> {
            failed.givenUp(worker, late, Duration.ZERO);
            return "too late";
        });
        assertEquals(late.message(), partRefusal(drum, CORNER).message());
        passes(drum, DecodingStage.PIXELS);
    }

    private void failPart(FakeSource source, Region part) {
        assertThrows(
                ServeException.class,
                () -> failed.attempt(source, Tolerance.STRICT, DecodingStage.PIXELS, part, () -> {
                    throw new ServeException(new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, "drum", "cut", null));
                }));
    }

    private Failure partRefusal(FakeSource source, Region part) {
        return assertThrows(
                        ServeException.class, () -> failed.check(source, Tolerance.STRICT, DecodingStage.PIXELS, part))
                .failure();
    }

    @Test
    void anotherStateOfTheFileIsTried() {
        fail(drum);
        passes(drum.rewritten(), DecodingStage.COLORS);
        assertEquals(List.of(), failed.entries());
        passes(drum, DecodingStage.COLORS);
    }

    @Test
    void theNewStateMayFailToo() {
        fail(drum);
        later(Duration.ofMinutes(1));
        fail(drum.rewritten());
        Quarantine.QuarantinedSource entry = failed.entries().get(0);
        assertEquals(1, entry.asked());
        assertEquals(now, entry.since());
        refusal(drum.rewritten(), DecodingStage.PIXELS);
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SOURCE_CORRUPT", "PROFILE_CORRUPT", "FONT_CORRUPT"})
    void whatMayBeOtherwiseNextTimeIsNotRemembered(FailureKind kind) {
        fail(drum, DecodingStage.HEAD, new Failure.Unavailable(kind, "just now", null));
        passes(drum, DecodingStage.COLORS);
        assertEquals(List.of(), failed.entries());
    }

    @Test
    void errorsOfTheMachineAreNotRemembered() {
        assertThrows(
                OutOfMemoryError.class,
                () -> failed.attempt(drum, Tolerance.STRICT, DecodingStage.PIXELS, () -> {
                    throw new OutOfMemoryError("just now");
                }));
        passes(drum, DecodingStage.COLORS);
    }

    @Test
    void aFileThatIsBeingWrittenToIsNotRemembered() {
        fail(drum.beingOverwritten());
        passes(drum, DecodingStage.COLORS);
    }

    @Test
    void aFileJustWrittenIsTriedAgainAsItMayChangeWithinTheSameMoment() {
        now = FakeSource.WRITTEN.plusMillis(1500);
        Runnable attempt = () -> assertThrows(
                ServeException.class,
                () -> failed.attempt(drum, Tolerance.STRICT, DecodingStage.PIXELS, () -> {
                    throw new ServeException(corrupt("drum"));
                }));
        attempt.run();
        later(Duration.ofHours(1));
        assertDoesNotThrow(() -> failed.check(drum, Tolerance.STRICT, DecodingStage.COLORS));
        assertEquals(1, failed.entries().size());
        attempt.run();
        assertThrows(ServeException.class, () -> failed.check(drum, Tolerance.STRICT, DecodingStage.COLORS));
        Quarantine.QuarantinedSource entry = failed.entries().get(0);
        assertEquals(FakeSource.WRITTEN.plusMillis(1500), entry.since());
        assertEquals(3, entry.asked());
    }

    @Test
    void aFileFromTheFutureIsNotTriedForever() {
        now = FakeSource.WRITTEN.minusSeconds(60);
        assertThrows(
                ServeException.class,
                () -> failed.attempt(drum, Tolerance.STRICT, DecodingStage.PIXELS, () -> {
                    throw new ServeException(corrupt("drum"));
                }));
        assertThrows(ServeException.class, () -> failed.check(drum, Tolerance.STRICT, DecodingStage.COLORS));
    }

    @Test
    void theListTellsTheNewestFirstAndHowOftenTheyWereAskedFor() {
        fail(drum);
        later(Duration.ofSeconds(9));
        fail(FakeSource.of("", "/abs/bowl.jpg"));
        refusal(drum, DecodingStage.PIXELS);
        refusal(drum, DecodingStage.COLORS);
        assertEquals(
                List.of(
                        new Quarantine.QuarantinedSource(
                                "/abs/bowl.jpg", FailureKind.SOURCE_CORRUPT, "'/abs/bowl.jpg': cut short", now, 1),
                        new Quarantine.QuarantinedSource(
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
        refusal(four.get(0), DecodingStage.PIXELS);
        fail(four.get(3));
        assertEquals(3, failed.entries().size());
        passes(four.get(1), DecodingStage.COLORS);
        refusal(four.get(0), DecodingStage.PIXELS);
    }

    @Test
    void noneAreRememberedWhenItIsSwitchedOff() {
        FailedSources off = new FailedSources(0, () -> now);
        assertThrows(
                ServeException.class,
                () -> off.attempt(drum, Tolerance.STRICT, DecodingStage.HEAD, () -> {
                    throw new ServeException(corrupt("drum"));
                }));
        assertDoesNotThrow(() -> off.check(drum, Tolerance.STRICT, DecodingStage.COLORS));
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
        passes(FakeSource.of("shop", "bowl.jpg"), DecodingStage.COLORS);
        refusal(drum, DecodingStage.PIXELS);
        assertEquals(2, failed.releaseAll());
        passes(drum, DecodingStage.COLORS);
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
        failed.attempt(drum, Tolerance.STRICT, DecodingStage.PIXELS, () -> {
            later(Duration.ofSeconds(20));
            failed.givenUp(worker, late, Duration.ofSeconds(20));
            return "too late";
        });
        assertEquals(late.message(), refusal(drum, DecodingStage.PIXELS).message());
        later(Duration.ofMinutes(10));
        passes(drum, DecodingStage.COLORS);
    }

    @Test
    void aSourceThatTookTooLongIsTriedAgainWhenTheClockHasBeenSetBack() throws Exception {
        Failure late = new Failure.Unavailable(FailureKind.SERVER_OVERLOADED, "took too long", null);
        Thread worker = Thread.currentThread();
        failed.attempt(drum, Tolerance.STRICT, DecodingStage.PIXELS, () -> {
            failed.givenUp(worker, late, Duration.ZERO);
            return "too late";
        });
        later(Duration.ofMinutes(-30));
        passes(drum, DecodingStage.COLORS);
    }

    @Test
    void aSourceThatWasNotTheCauseIsNotBlamed() throws Exception {
        Failure late = new Failure.Unavailable(FailureKind.SERVER_OVERLOADED, "took too long", null);
        Thread worker = Thread.currentThread();
        failed.givenUp(worker, late, Duration.ZERO);
        failed.attempt(drum, Tolerance.STRICT, DecodingStage.PIXELS, () -> {
            later(Duration.ofSeconds(1));
            failed.givenUp(worker, late, Duration.ofSeconds(20));
            return "in time";
        });
        failed.givenUp(worker, late, Duration.ZERO);
        passes(drum, DecodingStage.COLORS);
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
                                () -> shared.attempt(source, Tolerance.STRICT, DecodingStage.PIXELS, () -> {
                                    shared.check(source, Tolerance.STRICT, DecodingStage.PIXELS);
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

    @Test
    void whatAServerHasNotSentIsNotTheImagesFault() {
        Failure down = new Failure.Unavailable(FailureKind.STORAGE_UNAVAILABLE, "its store does not answer", null);
        Source unsent = new Unsent(drum, new ServeException(down));
        ServeException thrown = assertThrows(
                ServeException.class,
                () -> failed.attempt(unsent, Tolerance.STRICT, DecodingStage.PIXELS, () -> {
                    throw new ServeException(corrupt("drum.jpg"));
                }));
        assertEquals(FailureKind.STORAGE_UNAVAILABLE, thrown.failure().kind());
        thrown = assertThrows(
                ServeException.class,
                () -> failed.attempt(unsent, Tolerance.LENIENT, DecodingStage.PIXELS, () -> "half an image"));
        assertEquals(FailureKind.STORAGE_UNAVAILABLE, thrown.failure().kind());
        assertEquals(List.of(), failed.entries());
    }

    /** A file of which a part has not come. */
    private record Unsent(FakeSource file, ServeException failure) implements Source {

        @Override
        public SourceKey key() {
            return file.key();
        }

        @Override
        public Stamp stamp() {
            return file.stamp();
        }

        @Override
        public SeekableByteChannel channel() {
            return file.channel();
        }

        @Override
        public void close() {}
    }
}
