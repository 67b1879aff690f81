package dev.understudy.codec.turbo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.Tolerance;
import dev.understudy.testkit.codec.BytesSource;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Damaged files fail, or are decoded, as without libturbojpeg. */
class SameVerdictsTest {

    private final Decoder ours = new JpegDecoder();
    private SpyAccelerator spy;
    private Decoder accelerated;

    @BeforeEach
    void load() {
        spy = new SpyAccelerator(new TurboAccelerator(SystemTurbo.loaded()));
        accelerated = new JpegDecoder(spy);
    }

    private static String outcome(Decoder decoder, byte[] file, DecodeRequest request) {
        try (BytesSource source = new BytesSource(file)) {
            Decoded decoded = decoder.decode(source, request);
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
        String expected = outcome(ours, file, request);
        assertEquals(expected, outcome(accelerated, file, request));
        assertEquals(expected, outcome(accelerated, file, request));
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
            String expected = outcome(ours, file, DecodeRequest.WHOLE);
            outcome(accelerated, file, DecodeRequest.WHOLE);
            String actual = outcome(accelerated, file, DecodeRequest.WHOLE);
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

    /** A file that has been decoded is known to be sound; that is no word about another one of its length. */
    @Test
    void alsoOfFilesThatWereSoundBefore() throws Exception {
        byte[] sound = JpegFixture.color(240, 160, 2, 2, 80);
        assertSame(sound, DecodeRequest.WHOLE);
        byte[] damaged = sound.clone();
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 40, (byte) 0x3c);
        assertSame(damaged, DecodeRequest.WHOLE);
        assertTrue(outcome(accelerated, damaged, DecodeRequest.WHOLE).startsWith("SOURCE_CORRUPT"));
        assertSame(damaged, DecodeRequest.WHOLE);
        assertSame(sound, DecodeRequest.WHOLE);
    }

    @Test
    void leniently() throws Exception {
        byte[] sound = JpegFixture.color(240, 160, 2, 2, 80);
        DecodeRequest lenient = DecodeRequest.WHOLE.with(Tolerance.LENIENT);
        assertSame(sound, lenient);
        assertSame(Arrays.copyOf(sound, sound.length * 2 / 3), lenient);
    }
}
