package dev.understudy.codec.tiff;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static dev.understudy.testkit.codec.TestImage.plane;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.DecoderContract;
import dev.understudy.testkit.codec.FileParts;
import dev.understudy.testkit.codec.SampleImages;
import dev.understudy.testkit.codec.TestImage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiffDecoderTest extends DecoderContract {

    private static final int COPIES = 400;

    TiffDecoderTest() {
        super(new TiffDecoder());
    }

    @Override
    protected Stream<String> images() {
        return Stream.of(
                "raw.tif",
                "lzw.tif",
                "deflate.tif",
                "packbits.tif",
                "jpeg.tif",
                "group4.tif",
                "bilevel.tif",
                "cmyk.tif",
                "gray.tif",
                "gray16.tif",
                "gray-alpha.tif",
                "rgba.tif",
                "palette.tif",
                "big.tif",
                "notes.tif",
                "tiles.tif",
                "tiles-planar.tif",
                "tiles-jpeg.tif",
                "group3.tif");
    }

    @Override
    protected Stream<String> salvageable() {
        return Stream.of("raw.tif", "gray.tif", "gray-alpha.tif", "palette.tif", "bilevel.tif", "big.tif");
    }

    @Override
    protected Stream<Path> photographs() {
        return SampleImages.paths("shop/lamp.tif");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raw.tif",
                "lzw.tif",
                "deflate.tif",
                "packbits.tif",
                "big.tif",
                "notes.tif",
                "tiles.tif",
                "tiles-planar.tif"
            })
    void samplesComeOutAsTheyAre(String name) throws Exception {
        assertSimilar(TestImage.rgb(), decode(name).pixels(), 99);
    }

    @Test
    void otherColorModelsToo() throws Exception {
        assertSimilar(TestImage.gray(), decode("gray.tif").pixels(), 99);
        assertSimilar(TestImage.rgba(), decode("rgba.tif").pixels(), 99);
        assertSimilar(TestImage.rgb(), decode("palette.tif").pixels(), 20);
        assertSimilar(TestImage.rgb(), decode("jpeg.tif").pixels(), 35);
        assertSimilar(
                TestImage.gray().withAlpha(plane(TestImage::alpha)),
                decode("gray-alpha.tif").pixels(),
                99);
        assertSimilar(
                plane((x, y) -> (65535 * (x + y) / 106 * 255 + 32767) / 65535),
                decode("gray16.tif").pixels().plane(0),
                99);
    }

    @Test
    void opacityThatIsMultipliedIntoColorsIsToldAndDividedOut() throws Exception {
        byte[] file = TestImage.file("rgba.tif");
        assertFalse(decode(file).info().multiplied());
        int extra = indexOf(file, 0x52, 0x01, 3, 0, 1, 0, 0, 0, 2, 0);
        file[extra + 8] = 1;
        Decoded decoded = decode(file);
        assertTrue(decoded.info().multiplied());
        Pixels stored = TestImage.rgba();
        int at = indexOfOpacity(stored, 128);
        int red = stored.plane(0).samples()[at] & 0xff;
        int alpha = stored.alpha().samples()[at] & 0xff;
        assertEquals(
                Math.min(255, Math.round(red * 255.0 / alpha)),
                decoded.pixels().plane(0).samples()[at] & 0xff);
    }

    private static int indexOfOpacity(Pixels pixels, int least) {
        int at = 0;
        while ((pixels.alpha().samples()[at] & 0xff) < least) {
            at++;
        }
        return at;
    }

    private static int indexOf(byte[] file, int... bytes) {
        for (int at = 0; ; at++) {
            int same = 0;
            while (same < bytes.length && (file[at + same] & 0xff) == bytes[same]) {
                same++;
            }
            if (same == bytes.length) {
                return at;
            }
        }
    }

    @Test
    void noInkIsZero() throws Exception {
        Pixels pixels = decode("cmyk.tif").pixels();
        assertEquals(Samples.CMYK, pixels.samples());
        assertSimilar(plane(TestImage::red), pixels.plane(0), 99);
        assertSimilar(plane((x, y) -> TestImage.alpha(x, y) / 2), pixels.plane(3), 99);
    }

    @Test
    void blackAndWhiteAreTheEndsOfTheScale() throws Exception {
        Plane plain = decode("bilevel.tif").pixels().plane(0);
        assertEquals(0, plain.at(0, 0));
        assertEquals(255, plain.at(60, 46));
        assertSimilar(plain, decode("group4.tif").pixels().plane(0), 99);
    }

    @Test
    void notesAreRead() throws Exception {
        Decoded decoded = decode("notes.tif");
        assertEquals(Orientation.ROTATED_270, decoded.info().orientation());
        assertEquals(300, decoded.info().resolution());
        assertEquals('a', decoded.pixels().profile().bytes()[36], "the mark of a profile");
    }

    /** Three in each of many copies; a code that becomes another one of the same length cannot be told from a sound one. */
    @ParameterizedTest
    @CsvSource({"group3.tif, 1", "group4.tif, 1", "deflate.tif, 0", "tiles-planar.tif, 0"})
    void flippedBitsAreNoticed(String name, int mostUnnoticedPercent) throws Exception {
        byte[] file = TestImage.file(name);
        Pixels whole = decode(file).pixels();
        int end = ByteBuffer.wrap(file)
                .order(file[0] == 'I' ? LITTLE_ENDIAN : BIG_ENDIAN)
                .getInt(4); // the directory, which follows the samples
        Random random = new Random(name.hashCode());
        int unnoticed = 0;
        for (int copy = 0; copy < COPIES; copy++) {
            byte[] damaged = file.clone();
            for (int flip = 0; flip < 3; flip++) {
                int bit = 8 * 8 + random.nextInt(8 * (end - 8));
                damaged[bit / 8] ^= (byte) (1 << bit % 8);
            }
            unnoticed += isWrong(damaged, whole) ? 1 : 0;
        }
        assertTrue(unnoticed * 100 <= mostUnnoticedPercent * COPIES, unnoticed + " of " + COPIES);
    }

    private boolean isWrong(byte[] file, Pixels whole) {
        try {
            Pixels pixels = decode(file).pixels();
            for (int band = 0; band < whole.planes().size(); band++) {
                if (!Arrays.equals(
                        whole.plane(band).samples(), pixels.plane(band).samples())) {
                    return true;
                }
            }
        } catch (ServeException e) {
            assertEquals(FailureKind.SOURCE_CORRUPT, e.failure().kind());
        }
        return false;
    }

    @Test
    void aPartNeedsNoTileButItsOwn() throws Exception {
        byte[] file = TestImage.file("tiles-planar.tif");
        Pixels whole = decode(file).pixels();
        Arrays.fill(file, 1600, 1620, (byte) 0xff); // in the last of its tiles
        try (BytesSource source = new BytesSource(file)) {
            Region first = new Region(3, 3, 20, 10);
            FileParts.assertContains(whole, decoder.decode(source, new DecodeRequest(first, 1)), first);
        }
        assertFails(file);
    }

    @Test
    void linesBeforeDamagedCodesAreShownToTheLenient() throws Exception {
        byte[] file = TestImage.file("group4.tif");
        Pixels whole = decode(file).pixels();
        Arrays.fill(file, 700, 710, (byte) 0);
        try (BytesSource source = new BytesSource(file)) {
            Decoded decoded = decoder.decode(source, DecodeRequest.WHOLE.with(Tolerance.LENIENT));
            assertNotNull(decoded.damage());
            int half = whole.width() * whole.height() / 2;
            byte[] shown = decoded.pixels().plane(0).samples();
            assertEquals(-1, Arrays.mismatch(whole.plane(0).samples(), 0, half, shown, 0, half));
            assertEquals((byte) 128, shown[shown.length - 1]);
        }
    }

    /** What is read grows with the number of strips, not with its square, and other directories are not read at all. */
    @Test
    void readingIsLinearInTheNumberOfStrips() throws Exception {
        long few = bytesRead(ManyStrips.file(5_000, 0));
        long many = bytesRead(ManyStrips.file(20_000, 0));
        assertTrue(many < 6 * few, many + " bytes; of a quarter of the strips " + few);
        long chain = bytesRead(ManyStrips.file(5_000, 20_000));
        assertTrue(chain <= few + (1 << 17), chain + " bytes instead of " + few);
    }

    private long bytesRead(byte[] file) throws ServeException {
        try (BytesSource source = new BytesSource(file)) {
            decoder.decode(source, DecodeRequest.WHOLE);
            return source.bytesRead();
        }
    }
}
