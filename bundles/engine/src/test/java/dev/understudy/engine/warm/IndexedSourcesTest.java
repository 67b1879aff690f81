package dev.understudy.engine.warm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.Decoder;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.image.SourceLevels.IndexKey;
import dev.understudy.image.Tolerance;
import dev.understudy.observe.ReplySelection;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import dev.understudy.testkit.codec.BytesSource;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What no level has is found by an index, if there is one that fits. */
class IndexedSourcesTest {

    private static final ImageInfo INFO =
            new ImageInfo("test", 64, 64, Orientation.NORMAL, Samples.GRAY, 8, false, false, 0);
    private static final DecodeRequest PART = new DecodeRequest(new Region(0, 0, 8, 8), 1);
    private static final byte[] FITTING = {1};

    private final MemoryLevels levels = new MemoryLevels();
    private final BytesSource source = new BytesSource(new byte[100]);
    private final IndexKey key = new IndexKey(source.stamp(), "1");
    private final AtomicInteger decoded = new AtomicInteger();
    private final AtomicInteger indexed = new AtomicInteger();
    private final TestDecoder decoder = new TestDecoder();
    private final WarmSources warm = MemoryLevels.warm(new Files(), List.of(decoder));
    private byte[] index = FITTING;

    private static Decoded image(@Nullable String damage) {
        Pixels pixels = new Pixels(Samples.GRAY, List.of(Plane.blank(64, 64)), null, null);
        Decoded image = new Decoded(INFO, pixels, new Region(0, 0, 64, 64), 1);
        return damage == null ? image : image.withDamage(damage);
    }

    /** Understands one index. */
    private final class TestDecoder implements Decoder {

        private final Decoded byIndex = image(null);
        private @Nullable String damage;
        private boolean hasParts;

        @Override
        public String format() {
            return "test";
        }

        @Override
        public boolean recognizes(ByteBuffer head) {
            return true;
        }

        @Override
        public ImageInfo inspect(Source file, Tolerance tolerance) {
            return INFO;
        }

        @Override
        public @Nullable DecodedPart part(Source file, ImageInfo info, DecodeRequest request) {
            return hasParts ? new DecodedPart(new Region(0, 0, 64, 64), 1, DecodeRequest.WHOLE) : null;
        }

        @Override
        public boolean gainsByIndex(ImageInfo info, DecodeRequest request) {
            return request.region() != null;
        }

        @Override
        public byte[] index(Source file) {
            indexed.incrementAndGet();
            return index;
        }

        @Override
        public @Nullable Decoded decodeIndexed(
                Source file, DecodeRequest request, byte[] found, IdleProcessors processors) {
            return found[0] == FITTING[0] ? byIndex : null;
        }

        @Override
        public Decoded decode(Source file, DecodeRequest request) {
            decoded.incrementAndGet();
            return image(damage);
        }
    }

    private static final class Files implements SourceAccess {

        @Override
        public Stamp stamp(SourceKey name) {
            return open(name).stamp();
        }

        @Override
        public Source open(SourceKey name) {
            return new BytesSource(new byte[100]);
        }
    }

    private Decoded decode(DecodeRequest request) throws ServeException {
        return warm.decode(source, decoder, INFO, request);
    }

    private void awaitMaker() throws InterruptedException {
        long start = System.nanoTime();
        while (warm.figures().waiting() > 0) {
            assertTrue(System.nanoTime() - start < 30e9, "nothing is made");
            Thread.sleep(5);
        }
    }

    @Test
    void aPartHasAnIndexMadeAndIsFoundByIt() throws Exception {
        warm.use(levels);
        decode(PART);
        awaitMaker();
        assertEquals(1, levels.indexes.size());
        assertEquals(1, decoded.get());
        assertSame(decoder.byIndex, decode(PART));
        awaitMaker();
        assertEquals(1, decoded.get());
        assertEquals(1, indexed.get());
    }

    @Test
    void whereThereIsNoRoomTheFullSizeWaitsUntilItIsNeededAgain() throws Exception {
        decoder.hasParts = true;
        levels.zoomPixels = Long.MAX_VALUE;
        levels.crowded = true;
        warm.use(levels);
        decode(PART);
        awaitMaker();
        assertEquals(1, levels.indexes.size());
        assertEquals(0, levels.kept.size());
        levels.crowded = false;
        warm.use(levels);
        decode(PART);
        awaitMaker();
        assertEquals(1, levels.kept.size());
    }

    @Test
    void whatIsThereIsReadWhileNothingCanBeWritten() throws Exception {
        levels.writable = false;
        warm.use(levels);
        decode(PART);
        awaitMaker();
        assertEquals(0, indexed.get());
        levels.indexes.put(key, FITTING);
        assertSame(decoder.byIndex, decode(PART));
        levels.writable = true;
        levels.indexes.clear();
        decode(PART);
        awaitMaker();
        assertEquals(1, indexed.get(), "at once, as nothing has been begun before");
    }

    @Test
    void theWholeNeedsNoIndex() throws Exception {
        warm.use(levels);
        decode(DecodeRequest.WHOLE);
        awaitMaker();
        assertEquals(0, levels.indexes.size());
    }

    @Test
    void anIndexThatDoesNotFitIsThrownAway() throws Exception {
        warm.use(levels);
        levels.indexes.put(key, new byte[] {2});
        decode(PART);
        awaitMaker();
        assertEquals(0, levels.indexes.size());
        assertEquals(1, decoded.get());
        decode(PART);
        awaitMaker();
        assertSame(decoder.byIndex, decode(PART));
    }

    @Test
    void aFileWithoutAnIndexIsNotReadForOneAgain() throws Exception {
        warm.use(levels);
        index = new byte[0];
        for (int i = 0; i < 3; i++) {
            decode(PART);
            awaitMaker();
        }
        assertEquals(1, indexed.get());
        assertEquals(3, decoded.get());
    }

    @Test
    void aDamagedImageHasNone() throws Exception {
        warm.use(levels);
        decoder.damage = "cut";
        decode(PART);
        awaitMaker();
        assertEquals(0, indexed.get());
    }

    @Test
    void whatIsPurgedIsMadeAgain() throws Exception {
        assertEquals(0, warm.purge(List.of(ReplySelection.ALL)), "nothing is kept");
        warm.use(levels);
        decode(PART);
        awaitMaker();
        SourceKey name = source.key();
        ReplySelection selection =
                ReplySelection.of(Set.of(), Set.of(new ReplySelection.SelectedFile(name.rootPath(), name.path())));
        assertEquals(0, warm.purge(List.of(ReplySelection.ofCatalog("none", "none"))));
        assertEquals(1, warm.purge(List.of(selection)));
        decode(PART);
        awaitMaker();
        assertEquals(2, decoded.get());
        assertEquals(1, levels.indexes.size());
    }
}
