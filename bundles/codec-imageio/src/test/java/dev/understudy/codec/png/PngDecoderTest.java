package dev.understudy.codec.png;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static dev.understudy.testkit.codec.TestImage.plane;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Decoded;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.testkit.codec.DecoderContract;
import dev.understudy.testkit.codec.SampleImages;
import dev.understudy.testkit.codec.TestImage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngDecoderTest extends DecoderContract {

    PngDecoderTest() {
        super(new PngDecoder());
    }

    @Override
    protected Stream<String> images() {
        return Stream.of(
                "rgb.png",
                "rgba.png",
                "gray.png",
                "gray-alpha.png",
                "gray16.png",
                "palette.png",
                "palette2.png",
                "bilevel.png",
                "keyed.png",
                "exif.png");
    }

    @Override
    protected Stream<String> salvageable() {
        return Stream.of(
                "rgb.png", "rgba.png", "gray-alpha.png", "gray16.png", "palette2.png", "keyed.png", "palette.png");
    }

    @Override
    protected Stream<Path> photographs() {
        return SampleImages.paths("gallery/sunset-16bit.png", "shop/bowl-cutout.png");
    }

    @Test
    void samplesComeOutAsTheyAre() throws Exception {
        assertSimilar(TestImage.rgb(), decode("rgb.png").pixels(), 99);
        assertSimilar(TestImage.rgba(), decode("rgba.png").pixels(), 99);
        assertSimilar(TestImage.gray(), decode("gray.png").pixels(), 99);
        assertSimilar(
                TestImage.gray().withAlpha(plane(TestImage::alpha)),
                decode("gray-alpha.png").pixels(),
                99);
    }

    @Test
    void sixteenBitsAreRoundedToEight() throws Exception {
        Decoded decoded = decode("gray16.png");
        assertEquals(16, decoded.info().bitsPerSample());
        assertSimilar(
                plane((x, y) -> (65535 * (x + y) / 106 * 255 + 32767) / 65535),
                decoded.pixels().plane(0),
                99);
    }

    @Test
    void palettesAndTheirTransparencyBecomeColors() throws Exception {
        Pixels pixels = decode("palette.png").pixels();
        assertSimilar(plane(TestImage::red), pixels.plane(0), 20);
        assertSimilar(plane(TestImage::green), pixels.plane(1), 20);
        Plane alpha = pixels.alpha();
        assertNotNull(alpha);
        int transparent = 0;
        for (byte value : alpha.samples()) {
            transparent += value == 0 ? 1 : 0;
        }
        assertTrue(transparent > 20 && transparent < 400, transparent + " transparent pixels");
        assertNull(decode("palette2.png").pixels().alpha());
    }

    @Test
    void oneColorCanBeTransparent() throws Exception {
        Pixels pixels = decode("keyed.png").pixels();
        assertSimilar(TestImage.rgb(), pixels.withAlpha(null), 99);
        assertEquals(0, pixels.alpha().at(5, 7));
        assertEquals(255, pixels.alpha().at(6, 7));
        assertEquals(255, pixels.alpha().at(5, 8));
    }

    @Test
    void blackAndWhiteAreTheEndsOfTheScale() throws Exception {
        Plane plane = decode("bilevel.png").pixels().plane(0);
        assertEquals(0, plane.at(0, 0));
        assertEquals(255, plane.at(60, 46));
    }

    @Test
    void notesAreRead() throws Exception {
        Decoded decoded = decode("rgb.png");
        assertEquals(144, decoded.info().resolution(), 0.01);
        assertEquals('a', decoded.pixels().profile().bytes()[36], "the mark of a profile");
        Decoded turned = decode("exif.png");
        assertEquals(Orientation.ROTATED_90, turned.info().orientation());
        assertEquals(300, turned.info().resolution());
    }

    @Test
    void aWrongSumFails() {
        byte[] file = TestImage.file("gray.png");
        file[file.length - 20] ^= 1; // in the last samples
        assertFails(file);
    }

    @ParameterizedTest
    @CsvSource({"keyed.png, tRNS", "palette.png, tRNS", "palette.png, PLTE", "rgb.png, IDAT"})
    void aDamagedChunkThatPixelsDependOnIsNotLeftOut(String name, String chunk) {
        byte[] file = TestImage.file(name);
        int at = new String(file, ISO_8859_1).indexOf(chunk);
        assertTrue(at > 0, name);
        file[at + 5] ^= 1;
        assertFails(file);
    }

    @Test
    void ofChunksThatThereShouldBeOneOfTheFirstCounts() throws Exception {
        byte[] file = TestImage.file("exif.png");
        byte[] exif = chunk(file, "eXIf");
        byte[] other = exif.clone();
        Arrays.fill(other, 8, other.length - 4, (byte) 0);
        CRC32 sum = new CRC32();
        sum.update(other, 4, other.length - 8);
        ByteBuffer.wrap(other).putInt(other.length - 4, (int) sum.getValue());
        Decoded first = decode(with(file, "eXIf", exif, other));
        assertEquals(Orientation.ROTATED_90, first.info().orientation());
        Decoded last = decode(with(file, "eXIf", other, exif));
        assertEquals(Orientation.NORMAL, last.info().orientation());
    }

    /** Chunks in capitals change what the others mean, as those of Apple's own kind of PNG do. */
    @ParameterizedTest
    @CsvSource({
        "CgBI, IHDR, false",
        "ABCD, pHYs, false",
        "ABCD, IDAT, false",
        "ABCD, IEND, false",
        "abCD, pHYs, true",
        "AB!D, pHYs, false"
    })
    void whatNobodyMayPassOverIsNamed(String name, String before, boolean mayBe) throws Exception {
        byte[] file = TestImage.file("rgb.png");
        ByteBuffer chunk =
                ByteBuffer.allocate(16).putInt(4).put(name.getBytes(ISO_8859_1)).putInt(7);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, 8);
        chunk.putInt((int) sum.getValue());
        byte[] changed = with(file, before, chunk.array(), chunk(file, before));
        if (mayBe) {
            assertSimilar(TestImage.rgb(), decode(changed).pixels(), 99);
            return;
        }
        ServeException e = assertThrows(ServeException.class, () -> decode(changed));
        boolean named = !name.contains("!");
        assertEquals(
                named ? FailureKind.SOURCE_UNSUPPORTED : FailureKind.SOURCE_CORRUPT,
                e.failure().kind());
        assertEquals(
                named,
                e.failure().toString().contains("a chunk " + name),
                e.failure().toString());
    }

    /** A chunk of a file, with length and sum. */
    private static byte[] chunk(byte[] file, String name) {
        int start = new String(file, ISO_8859_1).indexOf(name) - 4;
        return Arrays.copyOfRange(
                file, start, start + 12 + ByteBuffer.wrap(file).getInt(start));
    }

    /** A file with two chunks in the place of one. */
    private static byte[] with(byte[] file, String name, byte[] one, byte[] other) {
        int start = new String(file, ISO_8859_1).indexOf(name) - 4;
        int end = start + chunk(file, name).length;
        return ByteBuffer.allocate(file.length - (end - start) + one.length + other.length)
                .put(file, 0, start)
                .put(one)
                .put(other)
                .put(file, end, file.length - end)
                .array();
    }
}
