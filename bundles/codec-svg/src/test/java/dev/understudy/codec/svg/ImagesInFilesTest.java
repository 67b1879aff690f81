package dev.understudy.codec.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.testkit.codec.BytesSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images in JPEG that stand in a file: they are read as strictly as files of their own. */
class ImagesInFilesTest {

    private static final byte[] SMALL = SvgRendering.resource("/jpeg/small.jpg");

    private static Decoded decode(byte[] jpeg, Tolerance tolerance) throws ServeException {
        String file = "<svg width='16' height='12'><image width='16' height='12' href='data:image/jpeg;base64,"
                + Base64.getEncoder().encodeToString(jpeg) + "'/></svg>";
        try (BytesSource source = new BytesSource(file.getBytes(StandardCharsets.UTF_8))) {
            return SvgRendering.decoder(SvgSettings.DEFAULT).decode(source, DecodeRequest.WHOLE.with(tolerance));
        }
    }

    private static int color(Decoded decoded, int x, int y) {
        return decoded.pixels().plane(0).at(x, y) << 16
                | decoded.pixels().plane(1).at(x, y) << 8
                | decoded.pixels().plane(2).at(x, y);
    }

    private static FailureKind kind(byte[] jpeg) {
        return assertThrows(ServeException.class, () -> decode(jpeg, Tolerance.STRICT))
                .failure()
                .kind();
    }

    /** Inks are those that no profile tells of, as browsers have them; with a profile that has red and blue change places they do. */
    @Test
    void allColors() throws ServeException {
        assertColor(0xf03020, color(decode(SMALL, Tolerance.STRICT), 12, 0));
        assertColor(0xf03020, color(decode(SvgRendering.resource("/jpeg/inks.jpg"), Tolerance.STRICT), 12, 0));
        assertColor(0x2030f0, color(decode(SvgRendering.resource("/jpeg/swapped.jpg"), Tolerance.STRICT), 12, 0));
    }

    private static void assertColor(int expected, int actual) {
        for (int shift = 0; shift < 24; shift += 8) {
            assertEquals(expected >> shift & 255, actual >> shift & 255, 16, Integer.toHexString(actual));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 20, 200, 300, 380})
    void oneThatIsCutOffIsDamageOfTheFile(int length) {
        assertEquals(FailureKind.SOURCE_CORRUPT, kind(Arrays.copyOf(SMALL, length)));
    }

    @Test
    void aProfileThatCannotBeUsedIsDamageToo() {
        byte[] swapped = SvgRendering.resource("/jpeg/swapped.jpg").clone();
        String text = new String(swapped, StandardCharsets.ISO_8859_1);
        Arrays.fill(swapped, text.indexOf("rXYZ"), text.indexOf("rXYZ") + 4, (byte) 'x');
        assertEquals(FailureKind.SOURCE_CORRUPT, kind(swapped));
    }

    @Test
    void whatIsLeftOfADamagedOneIsSalvaged() throws ServeException {
        byte[] inks = SvgRendering.resource("/jpeg/inks.jpg");
        byte[] cut = Arrays.copyOf(inks, inks.length - 12);
        assertEquals(FailureKind.SOURCE_CORRUPT, kind(cut));
        Decoded salvaged = decode(cut, Tolerance.LENIENT);
        assertNotNull(salvaged.damage());
        assertTrue(salvaged.damage().contains("(<image>, line 1)"), salvaged.damage());
        assertColor(0xf03020, color(salvaged, 7, 0));
    }

    /** The media type is often wrong; browsers look at the data, too. */
    @Test
    void theDataTellsTheFormat() throws ServeException {
        String file = "<svg width='16' height='12'><image width='16' height='12' href='data:image/png;base64,"
                + Base64.getEncoder().encodeToString(SMALL) + "'/></svg>";
        try (BytesSource source = new BytesSource(file.getBytes(StandardCharsets.UTF_8))) {
            Decoded decoded = SvgRendering.decoder(SvgSettings.DEFAULT).decode(source, DecodeRequest.WHOLE);
            assertColor(0xf03020, color(decoded, 12, 0));
        }
    }

    @Test
    void largeOnesAreRefused() {
        byte[] large = SMALL.clone();
        String text = new String(large, StandardCharsets.ISO_8859_1);
        int frame = text.indexOf("\u00ff\u00c0");
        large[frame + 5] = 127;
        large[frame + 7] = 127;
        assertEquals(FailureKind.SVG_UNSUPPORTED, kind(large));
    }

    /** An image of a megapixel that comes in passes of four inks is what takes most. */
    @Test
    void theEstimateOfMemoryHasRoomForThem() {
        ImageInfo info =
                new ImageInfo("jpeg", 1024, 1024, Orientation.NORMAL, Samples.CMYK, 8, false, false, 0, 1, true);
        long jpeg = new JpegDecoder().memory(info, DecodeRequest.WHOLE);
        ImageInfo document = new ImageInfo("svg", 1, 1, Orientation.NORMAL, Samples.RGB, 8, true, false, 0);
        long whole = SvgRendering.decoder(SvgSettings.DEFAULT).memory(document, DecodeRequest.WHOLE);
        int pixelsAndFonts = (4 + 8) << 20;
        assertTrue(whole > jpeg + pixelsAndFonts, whole + " for " + jpeg);
    }
}
