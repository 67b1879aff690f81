package dev.understudy.codec.tiff;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static dev.understudy.testkit.codec.TestImage.plane;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.codec.SampleImages;
import dev.understudy.image.Decoded;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.DecoderContract;
import dev.understudy.testkit.codec.TestImage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiffDecoderTest extends DecoderContract {

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
                "notes.tif");
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
    @ValueSource(strings = {"raw.tif", "lzw.tif", "deflate.tif", "packbits.tif", "big.tif", "notes.tif"})
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

    /** The library makes white of what is missing of a facsimile. */
    @Test
    void aStripThatIsShorterThanItsImageFails() {
        byte[] file = TestImage.file("group4.tif");
        ByteBuffer bytes = ByteBuffer.wrap(file).order(file[0] == 'I' ? LITTLE_ENDIAN : BIG_ENDIAN);
        int directory = bytes.getInt(4);
        for (int entry = directory + 2; entry < directory + 2 + 12 * bytes.getShort(directory); entry += 12) {
            if (bytes.getShort(entry) == TiffTags.STRIP_BYTE_COUNTS) {
                boolean isShort = bytes.getShort(entry + 2) == 3;
                int count = isShort ? bytes.getShort(entry + 8) : bytes.getInt(entry + 8);
                for (int percent : new int[] {20, 60, 95}) {
                    if (isShort) {
                        bytes.putShort(entry + 8, (short) (count * percent / 100));
                    } else {
                        bytes.putInt(entry + 8, count * percent / 100);
                    }
                    assertFails(file);
                }
            }
        }
    }
}
