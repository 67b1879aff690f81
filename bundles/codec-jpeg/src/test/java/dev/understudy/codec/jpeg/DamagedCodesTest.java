package dev.understudy.codec.jpeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.TestImage;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage that shows in the codes alone. */
class DamagedCodesTest {

    private static final int FLIPS = 1000;

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
        int scan = new String(file, ISO_8859_1).indexOf("\u00ff\u00da");
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

    private static List<String> forgiven(byte[] file) throws IOException, ServeException {
        try (BytesSource source = new BytesSource(file);
                Input input = Input.of(source.channel(), file.length)) {
            new JpegDecoder().readPixels(input, DecodeRequest.WHOLE);
            return input.forgiven();
        }
    }
}
