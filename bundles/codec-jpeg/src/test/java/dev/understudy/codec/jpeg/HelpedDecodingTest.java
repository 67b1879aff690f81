package dev.understudy.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Compression;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images are the same, and fail in the same way, whether or not a processor helps with decoding them. */
@Timeout(120)
class HelpedDecodingTest {

    private static final int WIDTH = 1501;
    private static final int HEIGHT = 1203;

    /** Whoever helps has a thread of his own at once. */
    private static final IdleProcessors PROMPT = helper -> {
        CompletableFuture<Void> outcome = CompletableFuture.runAsync(() -> helper.help(() -> true));
        return () -> join(outcome);
    };

    /** Whoever helps has something else to do after a while. */
    private static final IdleProcessors LEAVING = helper -> {
        AtomicInteger left = new AtomicInteger(20);
        return PROMPT.start(idle -> helper.help(() -> left.getAndDecrement() > 0));
    };

    /** Whoever helps comes when all is over. */
    private static final IdleProcessors LATE = helper -> () -> helper.help(() -> true);

    private static final DecodeRequest MOST = new DecodeRequest(new Region(0, 0, WIDTH, HEIGHT * 2 / 3), 1);

    private static void join(CompletableFuture<Void> outcome) {
        try {
            outcome.join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    private static byte[] file(boolean fullChroma) throws ServeException {
        Random random = new Random(5);
        List<Plane> planes = List.of(plane(random), plane(random), plane(random));
        EncodeOptions options = EncodeOptions.of(OutputFormat.of("jpeg", "image/jpeg"), Compression.NONE)
                .withQuality(70)
                .withFullChroma(fullChroma);
        return new JpegEncoder().encode(new Pixels(Samples.YCC, planes, null, null), options);
    }

    /** Flat in some blocks, rough in others. */
    private static Plane plane(Random random) {
        byte[] samples = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < samples.length; i++) {
            int roughness = i / 50 % 3 * 60;
            samples[i] = (byte) (100 + (roughness == 0 ? i % WIDTH / 40 : random.nextInt(roughness)));
        }
        return new Plane(WIDTH, HEIGHT, samples);
    }

    private static Pixels decode(byte[] file, DecodeRequest request, IdleProcessors processors) throws ServeException {
        try (BytesSource source = new BytesSource(file)) {
            return new JpegDecoder().decode(source, request, processors).pixels();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void helpChangesNoSample(boolean fullChroma) throws Exception {
        byte[] file = file(fullChroma);
        for (int reduction : new int[] {1, 2, 4, 8}) {
            for (Region region : Arrays.asList(null, new Region(300, 200, 500, 431))) {
                DecodeRequest request = new DecodeRequest(region, reduction);
                Pixels expected = decode(file, request, IdleProcessors.NONE);
                for (IdleProcessors processors : List.of(PROMPT, LEAVING, LATE)) {
                    Pixels actual = decode(file, request, processors);
                    for (int i = 0; i < 3; i++) {
                        assertArrayEquals(
                                expected.plane(i).samples(), actual.plane(i).samples(), request.toString());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void helpChangesNoSampleThatAnIndexFinds(boolean fullChroma) throws Exception {
        byte[] file = file(fullChroma);
        byte[] index = index(file);
        for (int reduction : new int[] {1, 2, 4}) {
            for (Region region : List.of(new Region(300, 200, 900, 731), new Region(3, 1, 16, 1200))) {
                DecodeRequest request = new DecodeRequest(region, reduction);
                Pixels expected = decode(file, request, IdleProcessors.NONE);
                for (IdleProcessors processors : List.of(IdleProcessors.NONE, PROMPT, LEAVING, LATE)) {
                    Pixels actual = Objects.requireNonNull(find(file, request, index, processors));
                    for (int i = 0; i < 3; i++) {
                        assertArrayEquals(
                                expected.plane(i).samples(), actual.plane(i).samples(), request.toString());
                    }
                }
            }
        }
    }

    /** Wherever a byte has changed, and whoever comes upon it. */
    @Test
    void helpFindsNothingInAChangedFile() throws Exception {
        byte[] file = file(false);
        byte[] index = index(file);
        for (int place = file.length / 3; place < file.length * 2 / 3; place += 20_000) {
            byte[] changed = file.clone();
            changed[place] ^= 4;
            assertNull(find(changed, MOST, index, IdleProcessors.NONE));
            assertNull(find(changed, MOST, index, PROMPT));
            assertNull(find(changed, MOST, index, LEAVING));
        }
    }

    @Test
    void partsOfFewBlocksAskForNoHelp() throws Exception {
        byte[] file = file(false);
        IdleProcessors unwanted = helper -> {
            throw new IllegalStateException("help was asked for");
        };
        assertNotNull(find(file, new DecodeRequest(new Region(300, 200, 350, 350), 1), index(file), unwanted));
    }

    private static byte[] index(byte[] file) throws ServeException {
        try (BytesSource source = new BytesSource(file)) {
            return new JpegDecoder().index(source);
        }
    }

    private static @Nullable Pixels find(byte[] file, DecodeRequest request, byte[] index, IdleProcessors processors)
            throws ServeException {
        try (BytesSource source = new BytesSource(file)) {
            Decoded found = new JpegDecoder().decodeIndexed(source, request, index, processors);
            return found == null ? null : found.pixels();
        }
    }

    @Test
    void aCutFileFailsInTheSameWay() throws Exception {
        byte[] file = file(false);
        byte[] cut = Arrays.copyOf(file, file.length * 2 / 3);
        Failure alone = failure(cut, IdleProcessors.NONE);
        for (IdleProcessors processors : List.of(PROMPT, LEAVING, LATE)) {
            assertEquals(alone.kind(), failure(cut, processors).kind());
            assertEquals(alone.message(), failure(cut, processors).message());
        }
    }

    private static Failure failure(byte[] file, IdleProcessors processors) {
        return assertThrows(ServeException.class, () -> decode(file, DecodeRequest.WHOLE, processors))
                .failure();
    }

    @Test
    void whatAHelperThrowsFailsTheImage() throws Exception {
        byte[] file = file(false);
        IllegalStateException thrown = new IllegalStateException("of the helper");
        IdleProcessors failing = helper -> () -> {
            throw thrown;
        };
        ServeException failure = assertThrows(ServeException.class, () -> decode(file, DecodeRequest.WHOLE, failing));
        assertSame(thrown, failure.getCause());
    }

    @Test
    void smallImagesAskForNoHelp() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        IdleProcessors counting = helper -> {
            asked.incrementAndGet();
            return null;
        };
        decode(file(false), new DecodeRequest(null, 8), counting);
        assertTrue(asked.get() > 0);
        asked.set(0);
        EncodeOptions options = EncodeOptions.of(OutputFormat.of("jpeg", "image/jpeg"), Compression.NONE);
        byte[] small =
                new JpegEncoder().encode(new Pixels(Samples.GRAY, List.of(Plane.blank(90, 80)), null, null), options);
        decode(small, DecodeRequest.WHOLE, counting);
        assertEquals(0, asked.get());
    }
}
