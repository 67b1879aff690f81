package dev.understudy.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.SampleImages;
import dev.understudy.testkit.codec.TestImage;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeWalkTest {

    private static final int FLIPS = 1000;

    @ParameterizedTest
    @ValueSource(strings = {"420.jpg", "422.jpg", "444.jpg", "gray.jpg", "cmyk.jpg", "restart.jpg", "rgb-named.jpg"})
    void soundFilesHaveAllBlocks(String name) {
        assertDoesNotThrow(() -> walk(TestImage.file(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gallery/hills-cmyk.jpg", "shop/drum.jpg", "common/error-background.jpg"})
    void photographsHaveAllBlocks(String name) {
        assertDoesNotThrow(() -> walk(SampleImages.read(name)));
    }

    @Test
    void blocksThatAreMissingAreMissed() {
        byte[] file = TestImage.file("gray.jpg");
        byte[] taller = file.clone();
        int frame = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        taller[frame + 6] += 8; // one more row of blocks than there are codes for
        assertThrows(DamagedException.class, () -> walk(taller));
    }

    /** Codes that a flipped bit has made the decoder miss look like stray bytes; hardly any get through. */
    @Test
    void codesThatAreLeftOverAreNotTakenForStrayBytes() throws IOException {
        byte[] file = TestImage.file("restart.jpg");
        int scan = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00da");
        Random random = new Random(3);
        int taken = 0;
        int refused = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] damaged = file.clone();
            damaged[scan + 14 + random.nextInt(file.length - scan - 16)] ^= (byte) (1 << random.nextInt(8));
            String verdict = verdict(damaged);
            taken += verdict.equals("taken") ? 1 : 0;
            refused += verdict.equals("refused") ? 1 : 0;
        }
        int most = refused / 5;
        int found = taken;
        assertTrue(refused > 50, "the test has stray bytes to tell from codes");
        assertTrue(taken <= most, () -> found + " of " + FLIPS + " were taken for sound, " + most + " may be");
    }

    /** What becomes of a file in which the decoder finds stray bytes; nothing for others. */
    private static String verdict(byte[] file) throws IOException {
        try (BytesSource source = new BytesSource(file);
                Input input = Input.of(source.channel(), file.length)) {
            new JpegDecoder().readPixels(input, DecodeRequest.WHOLE);
            return input.forgiven().isEmpty() ? "" : "taken";
        } catch (DamagedException e) {
            return e.getMessage().startsWith("Corrupt") ? "" : "refused";
        } catch (IOException | ServeException e) {
            return "";
        }
    }

    private static void walk(byte[] file) throws IOException, ServeException {
        try (BytesSource source = new BytesSource(file);
                Input input = Input.of(source.channel(), file.length)) {
            JpegFile jpeg = JpegParser.whole(input);
            assertFalse(jpeg.frame().progressive());
            CodeWalk.requireAllBlocks(input.of(jpeg.decodableSegments()), jpeg.frame());
        }
    }
}
