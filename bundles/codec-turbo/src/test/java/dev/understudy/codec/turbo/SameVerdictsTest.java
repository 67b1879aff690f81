package dev.understudy.codec.turbo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.Tolerance;
import dev.understudy.testkit.codec.BytesSource;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Damaged files fail, or are decoded, as without libturbojpeg. */
class SameVerdictsTest {

    private static final IdleProcessors PROMPT = helper -> {
        CompletableFuture<Void> outcome = CompletableFuture.runAsync(() -> helper.help(() -> true));
        return outcome::join;
    };

    private final Decoder ours = new JpegDecoder();
    private SpyAccelerator spy;
    private Decoder accelerated;

    @BeforeEach
    void load() {
        spy = new SpyAccelerator(new TurboAccelerator(SystemTurbo.loaded()));
        accelerated = new JpegDecoder(spy);
    }

    private static String outcome(Decoder decoder, byte[] file, DecodeRequest request, IdleProcessors processors) {
        try (BytesSource source = new BytesSource(file)) {
            Decoded decoded = decoder.decode(source, request, processors);
            int sum = 0;
            for (int i = 0; i < decoded.pixels().planes().size(); i++) {
                sum = sum * 31 + Arrays.hashCode(decoded.pixels().plane(i).samples());
            }
            return "samples " + sum + ", damage " + decoded.damage();
        } catch (ServeException e) {
            return e.failure().kind() + " " + e.failure().message();
        }
    }

    private void assertSame(byte[] file, DecodeRequest request) {
        String expected = outcome(ours, file, request, IdleProcessors.NONE);
        assertEquals(expected, outcome(accelerated, file, request, IdleProcessors.NONE));
        assertEquals(expected, outcome(accelerated, file, request, PROMPT));
    }

    @Test
    void ofFilesWithFlippedBits() throws Exception {
        Random random = new Random(11);
        byte[] sound = JpegFixture.color(240, 160, 2, 2, 80);
        for (int i = 0; i < 400; i++) {
            byte[] file = sound.clone();
            file[700 + random.nextInt(file.length - 700)] ^= (byte) (1 << random.nextInt(8));
            assertSame(file, DecodeRequest.WHOLE);
        }
        assertTrue(spy.decoded.get() > 0, "some are decoded all the same");
        assertEquals(0, spy.dropped.get());
    }

    /** Tables that are damaged, which no decoder can tell, make values that no samples can have: both make noise of them, but not the same. */
    @Test
    void ofFilesWithOtherBytesInTheirHeads() throws Exception {
        Random random = new Random(12);
        byte[] sound = JpegFixture.color(240, 160, 2, 1, 80);
        for (int i = 0; i < 400; i++) {
            byte[] file = sound.clone();
            file[2 + random.nextInt(698)] = (byte) random.nextInt(256);
            spy = new SpyAccelerator(new TurboAccelerator(SystemTurbo.loaded()));
            accelerated = new JpegDecoder(spy);
            String expected = outcome(ours, file, DecodeRequest.WHOLE, IdleProcessors.NONE);
            String actual = outcome(accelerated, file, DecodeRequest.WHOLE, IdleProcessors.NONE);
            assertEquals(
                    expected.replaceAll("samples -?\\d+", "samples"), actual.replaceAll("samples -?\\d+", "samples"));
        }
    }

    @Test
    void ofFilesThatAreCutOrLonger() throws Exception {
        byte[] sound = JpegFixture.color(240, 160, 1, 1, 80);
        for (int length = sound.length / 3; length < sound.length; length += 97) {
            assertSame(Arrays.copyOf(sound, length), DecodeRequest.WHOLE);
        }
        for (int more : new int[] {1, 2, 500}) {
            assertSame(Arrays.copyOf(sound, sound.length + more), DecodeRequest.WHOLE);
            byte[] twice = Arrays.copyOf(sound, sound.length - 2 + more);
            System.arraycopy(
                    sound, 0, twice, sound.length - 2, more); // an image without an end marker, and the next one
            assertSame(twice, DecodeRequest.WHOLE);
        }
        assertEquals(0, spy.dropped.get());
    }

    @Test
    void leniently() throws Exception {
        byte[] sound = JpegFixture.color(240, 160, 2, 2, 80);
        DecodeRequest lenient = DecodeRequest.WHOLE.with(Tolerance.LENIENT);
        assertSame(sound, lenient);
        assertSame(Arrays.copyOf(sound, sound.length * 2 / 3), lenient);
    }
}
