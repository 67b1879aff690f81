package dev.understudy.codec.jpeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.EncodeOptionsFixture;
import dev.understudy.testkit.codec.TestImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage that shows in the codes alone. */
class DamagedCodesTest {

    private static final int FLIPS = 1000;
    private static final int FITTING = 5;

    @Test
    void blocksThatAreMissingAreMissed() {
        byte[] file = TestImage.file("gray.jpg");
        byte[] taller = file.clone();
        int frame = new String(file, ISO_8859_1).indexOf("\u00ff\u00c0");
        taller[frame + 6] += 8; // one more row of blocks than there are codes for
        assertThrows(DamagedException.class, () -> forgiven(taller));
    }

    /** Codes that a flipped bit has made the decoder miss look like stray bytes; hardly any get through. */
    @ParameterizedTest
    @ValueSource(strings = {"restart.jpg", "420.jpg", "progressive.jpg"})
    void codesThatAreLeftOverAreNotTakenForStrayBytes(String name) throws IOException {
        byte[] file = TestImage.file(name);
        int scan = scan(file) - 14;
        Random random = new Random(3);
        int taken = 0;
        int refused = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] damaged = file.clone();
            damaged[scan + 14 + random.nextInt(file.length - scan - 16)] ^= (byte) (1 << random.nextInt(8));
            try {
                taken += forgiven(damaged).isEmpty() ? 0 : 1;
            } catch (IOException | ServeException e) {
                refused++;
            }
        }
        int found = taken;
        assertTrue(refused > FLIPS / 10, "the test has damage to find: " + refused);
        assertTrue(taken <= FLIPS / 50, () -> found + " of " + FLIPS + " were taken for sound");
    }

    /**
     * Zeros are codes, too: flat or striped blocks, and what is left of them looks like what fills a file up. A few may be just as many
     * as there were codes.
     */
    @ParameterizedTest
    @ValueSource(strings = {"420.jpg", "422.jpg", "gray.jpg", "restart.jpg", "progressive.jpg", "cmyk.jpg"})
    void aTailOfZerosIsNoFilling(String name) throws IOException, ServeException {
        byte[] file = TestImage.file(name);
        List<Plane> right = planes(file);
        int wrong = 0;
        for (int end : new int[] {file.length, file.length - 2}) {
            for (int start = scan(file); start < end; start++) {
                byte[] damaged = file.clone();
                Arrays.fill(damaged, start, end, (byte) 0);
                wrong += isTakenWrongly(damaged, right) ? 1 : 0;
            }
        }
        int found = wrong;
        assertTrue(wrong <= FITTING, () -> found + " were taken for sound");
    }

    /** Codes behind a hole fall into step again, so that those that are left over are sound. */
    @ParameterizedTest
    @ValueSource(strings = {"420.jpg", "422.jpg", "progressive.jpg"})
    void unitsThatAreLeftOverAreNoStrayBytes(String name) throws IOException {
        byte[] file = TestImage.file(name);
        int scan = scan(file);
        int taken = 0;
        int refused = 0;
        for (int start = scan; start < file.length - 150; start++) {
            byte[] damaged = file.clone();
            Arrays.fill(damaged, start, start + 50 + start % 50, (byte) 0);
            try {
                taken += forgiven(damaged).isEmpty() ? 0 : 1;
            } catch (IOException | ServeException e) {
                refused++;
            }
        }
        int found = taken;
        assertTrue(refused > (file.length - scan) / 2, "the test has damage to find: " + refused);
        assertTrue(taken <= (file.length - scan) / 25, () -> found + " were taken for sound");
    }

    /** Flat parts are bytes that are all alike; what stands behind the image, or fills up before its end marker, is none of them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 255, 128})
    void flatPartsAreSound(int shade) throws Exception {
        for (int flat = 0; flat <= 64; flat += 8) {
            byte[] file = withFlatPart(shade, flat);
            assertEquals(List.of(), forgiven(file));
            assertEquals(List.of(), forgiven(Arrays.copyOf(file, file.length + 700)));
            byte[] filled = Arrays.copyOf(file, file.length + 700);
            Arrays.fill(filled, file.length - 2, filled.length - 1, (byte) 0xff);
            filled[filled.length - 1] = (byte) 0xd9;
            assertEquals(List.of(), forgiven(filled));
            assertEquals(List.of("it has no end marker"), forgiven(Arrays.copyOf(file, file.length - 2)));
        }
    }

    private static byte[] withFlatPart(int shade, int rows) throws ServeException {
        byte[] samples = new byte[64 * 64];
        new Random(7).nextBytes(samples);
        Arrays.fill(samples, 64 * (64 - rows), samples.length, (byte) shade);
        Pixels pixels = new Pixels(Samples.GRAY, List.of(new Plane(64, 64, samples)), null, null);
        JpegEncoder encoder = new JpegEncoder();
        EncodeOptionsFixture options = new EncodeOptionsFixture(encoder);
        return encoder.encode(pixels, options.plain());
    }

    private static int scan(byte[] file) {
        return new String(file, ISO_8859_1).indexOf("\u00ff\u00da") + 14;
    }

    private static boolean isTakenWrongly(byte[] damaged, List<Plane> right) {
        try {
            List<Plane> planes = planes(damaged);
            return IntStream.range(0, right.size())
                    .anyMatch(i ->
                            !Arrays.equals(right.get(i).samples(), planes.get(i).samples()));
        } catch (IOException | ServeException e) {
            return false;
        }
    }

    private static List<Plane> planes(byte[] file) throws IOException, ServeException {
        try (BytesSource source = new BytesSource(file);
                Input input = Input.of(source.channel(), file.length)) {
            return new JpegDecoder()
                    .readPixels(input, DecodeRequest.WHOLE)
                    .pixels()
                    .planes();
        }
    }

    private static List<String> forgiven(byte[] file) throws IOException, ServeException {
        try (BytesSource source = new BytesSource(file);
                Input input = Input.of(source.channel(), file.length)) {
            new JpegDecoder().readPixels(input, DecodeRequest.WHOLE);
            return input.forgiven();
        }
    }
}
