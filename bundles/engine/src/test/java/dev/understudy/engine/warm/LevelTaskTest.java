package dev.understudy.engine.warm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.warm.WantedLevels.Need;
import dev.understudy.engine.work.SpareCapacity;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.Decoder;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLifetime;
import dev.understudy.source.Stamp;
import dev.understudy.testkit.codec.BytesSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Levels are made by what requests leave over. */
class LevelTaskTest {

    private static final SourceKey KEY = new SourceKey(SourceKey.Kind.IMAGE, "", "a", true);
    private static final ImageInfo INFO =
            new ImageInfo("test", 64, 64, Orientation.NORMAL, Samples.GRAY, 8, false, false, 0);
    private static final SpareCapacity IDLE = new SpareCapacity(true, 2, 1000);
    private static final int MEMORY = 100;

    private final MemoryLevels levels = new MemoryLevels();
    private final Deque<SpareCapacity> capacities = new ArrayDeque<>(List.of(IDLE));
    private final List<Integer> decoded = new ArrayList<>();
    private boolean overwritten;
    private boolean corrupt;
    private boolean indexes;
    private int indexed;
    private int attempts;
    private Need need = Need.LEVELS;
    private Instant modified = Instant.EPOCH;
    private @Nullable SourceLifetime lifetime;
    private @Nullable SourceKey purged;
    private @Nullable LevelTask task;

    /** Reads two bytes of the file for each image. */
    private final class ReadingDecoder implements Decoder {

        @Override
        public String format() {
            return "test";
        }

        @Override
        public boolean recognizes(ByteBuffer head) {
            return true;
        }

        @Override
        public ImageInfo inspect(Source source, Tolerance tolerance) {
            return INFO;
        }

        @Override
        public DecodedPart part(Source source, ImageInfo info, DecodeRequest request) {
            int reduction = request.maxReduction();
            return new DecodedPart(new Region(0, 0, 64, 64), reduction, new DecodeRequest(null, reduction));
        }

        @Override
        public boolean gainsByIndex(ImageInfo info, DecodeRequest request) {
            return indexes && request.region() != null;
        }

        @Override
        public byte[] index(Source source) throws ServeException {
            read(source);
            indexed++;
            return new byte[] {7};
        }

        @Override
        public long memory(ImageInfo info, DecodeRequest request) {
            return MEMORY / request.maxReduction() * 2;
        }

        @Override
        public Decoded decode(Source source, DecodeRequest request) throws ServeException {
            read(source);
            int reduction = request.maxReduction();
            decoded.add(reduction);
            Plane plane = Plane.blank(64 / reduction, 64 / reduction);
            Pixels pixels = new Pixels(Samples.GRAY, List.of(plane), null, null);
            return new Decoded(INFO, pixels, new Region(0, 0, 64, 64), reduction);
        }
    }

    private void read(Source source) throws ServeException {
        try {
            source.channel().read(ByteBuffer.allocate(1));
            source.channel().read(ByteBuffer.allocate(1));
        } catch (IOException e) {
            throw new ServeException(new Failure.Unreadable("a", e));
        }
        if (purged != null && task != null) {
            task.purge(purged::equals);
        }
        if (corrupt) {
            throw new ServeException(new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, "a", "cut", null));
        }
    }

    private record OpenFile(BytesSource bytes, Stamp stamp, boolean overwritten) implements Source {

        @Override
        public SourceKey key() {
            return KEY;
        }

        @Override
        public SeekableByteChannel channel() {
            return bytes.channel();
        }

        @Override
        public void close() {
            bytes.close();
        }
    }

    private final class Files implements SourceAccess {

        @Override
        public Stamp stamp(SourceKey key) {
            return new Stamp(key, modified.toEpochMilli(), 100, "");
        }

        @Override
        public Source open(SourceKey key) {
            return new OpenFile(new BytesSource(new byte[100]), stamp(key), overwritten);
        }

        @Override
        public @Nullable SourceLifetime lifetime(SourceKey key) {
            return lifetime;
        }
    }

    private boolean make(long maxMemory, long maxPixels) throws ServeException {
        task = new LevelTask(
                new Files(),
                List.of(new ReadingDecoder()),
                maxPixels,
                maxMemory,
                () -> capacities.size() > 1 ? capacities.remove() : capacities.element(),
                InstantSource.system());
        return task.make(new WantedLevels(KEY, levels, "1", need, false, attempts));
    }

    private boolean make() throws ServeException {
        return make(1000, 1 << 20);
    }

    private void requestsLeave(SpareCapacity... spare) {
        capacities.clear();
        capacities.addAll(Arrays.asList(spare));
    }

    @Test
    void theSmallestComesFirst() throws Exception {
        assertTrue(make());
        assertEquals(List.of(8, 4, 2), decoded);
        assertEquals(3, levels.kept.size());
        assertTrue(make());
        assertEquals(3, decoded.size(), "what is there is not made again");
    }

    @Test
    void whatTakesTooMuchMemoryIsNotMade() throws Exception {
        assertTrue(make(MEMORY / 2, 1 << 20));
        assertEquals(List.of(8, 4), decoded);
        levels.kept.clear();
        assertTrue(make(1000, 64 * 64 - 1));
        assertEquals(0, levels.kept.size());
    }

    @Test
    void ofWhatMayNotBeKeptForAllNoneAreMade() throws Exception {
        lifetime = new SourceLifetime(true, Duration.ofHours(1), false);
        assertTrue(make());
        assertEquals(List.of(), decoded);
        lifetime = new SourceLifetime(true, Duration.ofHours(1), true);
        assertTrue(make());
        assertEquals(List.of(8, 4, 2), decoded);
    }

    @Test
    void whatCannotBeKeptIsNotMade() throws Exception {
        levels.maxBytes = 16 * 16;
        assertTrue(make());
        assertEquals(List.of(8, 4), decoded, "at 1/2 it is larger than all levels may be");
    }

    @Test
    void whatIsPurgedWhileItIsMadeIsNotKept() throws Exception {
        indexes = true;
        purged = KEY;
        assertTrue(make());
        assertEquals(0, levels.kept.size() + levels.indexes.size());
        purged = new SourceKey(SourceKey.Kind.IMAGE, "", "another", true);
        assertTrue(make());
        assertEquals(3, levels.kept.size());
        assertEquals(1, levels.indexes.size());
    }

    @Test
    void whileNothingCanBeKeptNothingIsMade() throws Exception {
        levels.writable = false;
        assertTrue(make());
        assertEquals(List.of(), decoded);
    }

    @Test
    void itWaitsForRequests() throws Exception {
        SpareCapacity busy = new SpareCapacity(false, 1, 1000);
        SpareCapacity used = new SpareCapacity(false, 0, 1000);
        requestsLeave(busy, busy, busy, IDLE, used, used, IDLE);
        assertTrue(make());
        assertEquals(List.of(8, 4, 2), decoded);
        assertEquals(1, capacities.size());
    }

    @Test
    void itDoesNotWaitForEverForAnIdleServer() throws Exception {
        requestsLeave(new SpareCapacity(false, 1, 1000));
        assertTrue(make());
        assertEquals(List.of(8, 4, 2), decoded);
    }

    @Test
    void itIsBrokenOffWhenRequestsWantTheMemory() throws Exception {
        requestsLeave(IDLE, IDLE, new SpareCapacity(false, 1, 10), IDLE);
        assertFalse(make());
        assertEquals(0, levels.kept.size());
        assertTrue(make());
        assertEquals(3, levels.kept.size());
    }

    @Test
    void anIndexIsMadeAfterTheLevels() throws Exception {
        indexes = true;
        assertTrue(make());
        assertEquals(List.of(8, 4, 2), decoded);
        assertEquals(1, levels.indexes.size());
        assertTrue(make());
        assertEquals(1, indexed, "what is there is not made again");
    }

    @Test
    void anIndexIsMadeAlone() throws Exception {
        need = Need.INDEX;
        assertTrue(make());
        assertEquals(0, levels.indexes.size(), "of a file whose decoder has none");
        indexes = true;
        requestsLeave(IDLE, IDLE, new SpareCapacity(false, 1, 10), IDLE);
        assertFalse(make());
        assertEquals(0, levels.indexes.size());
        assertTrue(make());
        assertEquals(1, levels.indexes.size());
        assertEquals(List.of(), decoded);
    }

    @Test
    void aSmallSourceIsKeptAtItsFullSizeInsteadOfAnIndex() throws Exception {
        indexes = true;
        levels.fullSizePixels = 64 * 64;
        assertTrue(make());
        assertEquals(List.of(8, 4, 2, 1), decoded);
        assertEquals(0, levels.indexes.size());
        need = Need.INDEX;
        assertTrue(make());
        assertEquals(1, levels.indexes.size(), "for what is not in levels");
    }

    @Test
    void theFullSizeOfALargerSourceIsMadeWhenItIsNeededBehindAnIndex() throws Exception {
        indexes = true;
        levels.zoomPixels = 64 * 64;
        assertTrue(make());
        assertEquals(List.of(8, 4, 2), decoded, "nobody has needed it yet");
        levels.indexes.clear();
        need = Need.FULL_SIZE;
        requestsLeave(IDLE, IDLE, IDLE, IDLE, IDLE, new SpareCapacity(false, 1, 10), IDLE);
        assertFalse(make(), "its memory is wanted");
        assertEquals(1, levels.indexes.size());
        assertEquals(3, levels.kept.size());
        assertTrue(make());
        assertEquals(List.of(8, 4, 2, 1), decoded);
        assertEquals(4, levels.kept.size());
        levels.kept.clear();
        levels.zoomPixels--;
        assertTrue(make());
        assertEquals(0, levels.kept.size(), "of one that is too large");
    }

    @Test
    void aSourceThatIsWrittenToHasNoIndex() throws Exception {
        indexes = true;
        overwritten = true;
        assertTrue(make());
        assertEquals(0, levels.indexes.size());
    }

    @Test
    void aServerThatIsNeverIdleMakesThemAtLast() throws Exception {
        SpareCapacity used = new SpareCapacity(false, 0, 1000);
        requestsLeave(used);
        attempts = WantedLevels.MOST_ATTEMPTS;
        assertTrue(make());
        assertEquals(List.of(8, 4, 2), decoded);
        levels.kept.clear();
        capacities.clear();
        capacities.addAll(List.of(IDLE, used, new SpareCapacity(false, 0, 10), used));
        assertFalse(make(), "but not with memory that requests want");
    }

    @Test
    void aSourceThatIsWrittenToIsNotKept() throws Exception {
        overwritten = true;
        assertTrue(make());
        assertEquals(0, levels.kept.size());
    }

    @Test
    void aDamagedSourceIsNotKept() {
        corrupt = true;
        assertThrows(ServeException.class, this::make);
        assertEquals(0, levels.kept.size());
    }

    @Test
    void aFileThatHasJustBeenWrittenMustRestFirst() throws Exception {
        modified = Instant.now();
        assertTrue(make());
        assertTrue(Duration.between(modified, Instant.now()).compareTo(Duration.ofSeconds(2)) >= 0);
        assertEquals(3, levels.kept.size());
    }

    /** The clock of a file server may be fast. */
    @Test
    void soMustOneThatSeemsToBeOfTheFuture() throws Exception {
        modified = Instant.now().plusSeconds(3600);
        Instant begin = Instant.now();
        assertTrue(make());
        assertTrue(Duration.between(begin, Instant.now()).compareTo(Duration.ofSeconds(2)) >= 0);
        assertEquals(3, levels.kept.size());
    }

    @Test
    void theEndOfTheEngineEndsIt() throws Exception {
        requestsLeave(new SpareCapacity(false, 0, 1000));
        Thread.currentThread().interrupt();
        assertFalse(make());
        assertTrue(Thread.interrupted());
        assertEquals(List.of(), decoded);
    }
}
