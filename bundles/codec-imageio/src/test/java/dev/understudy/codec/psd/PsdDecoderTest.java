package dev.understudy.codec.psd;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.DecoderContract;
import dev.understudy.testkit.codec.ExternalProgram;
import dev.understudy.testkit.codec.TestImage;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files come from ImageMagick, and for kinds that it does not write, from a script that knows the specification alone. */
class PsdDecoderTest extends DecoderContract {

    private static final int VERSION = 5;
    private static final int CHANNELS = 13;
    private static final int HEIGHT = 14;
    private static final int DEPTH = 23;
    private static final int MODE = 25;

    PsdDecoderTest() {
        super(new PsdDecoder());
    }

    @Override
    protected Stream<String> images() {
        return Stream.of(
                "rgb.psd",
                "rgb.psb",
                "raw.psd",
                "zip.psd",
                "rgb16.psd",
                "rgb32.psd",
                "gray.psd",
                "cmyk.psd",
                "palette.psd",
                "keyed.psd",
                "bilevel.psd",
                "lab.psd",
                "rgba.psd",
                "gray-alpha.psd",
                "cmyk-alpha.psb",
                "extra-channel.psd",
                "noted.psd");
    }

    @Override
    protected Stream<String> endByThemselves() {
        return images().filter(name -> !isPlain(name));
    }

    private static boolean isPlain(String name) {
        return name.equals("raw.psd") || name.equals("rgb32.psd");
    }

    @Override
    protected Stream<String> salvageable() {
        return Stream.of("palette.psd", "lab.psd", "noted.psd", "extra-channel.psd");
    }

    @Override
    protected Stream<Path> photographs() {
        return Stream.empty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rgb.psd",
                "rgb.psb",
                "raw.psd",
                "zip.psd",
                "rgb16.psd",
                "rgb32.psd",
                "noted.psd",
                "extra-channel.psd"
            })
    void colorsAreThoseThatWereStored(String name) throws Exception {
        Pixels pixels = decode(name).pixels();
        assertNull(pixels.alpha());
        assertSimilar(TestImage.rgb(), pixels, 60);
    }

    /** The specification, of the color mode data section. */
    @Test
    void aDuotoneIsGray() throws Exception {
        byte[] file = TestImage.file("gray.psd");
        file[MODE] = 8;
        ByteBuffer with = ByteBuffer.allocate(file.length + 524);
        with.put(file, 0, 26).putInt(524).put(new byte[524]).put(file, 30, file.length - 30);
        try (BytesSource source = new BytesSource(with.array())) {
            Pixels pixels = decoder.decode(source, DecodeRequest.WHOLE).pixels();
            assertEquals(Samples.GRAY, pixels.samples());
            assertSimilar(decode("gray.psd").pixels(), pixels, 99);
        }
    }

    /** Programs that write opacity say so in a section of layers, even where there are none. */
    @Test
    void opacityIsThatOfTheProgramThatWroteIt(@TempDir Path temp) throws Exception {
        Path image = temp.resolve("cut.psd");
        ExternalProgram.assumeIs("convert", "-version", "ImageMagick");
        ExternalProgram.run(
                "convert",
                "-size",
                "61x47",
                "xc:#40a0c0",
                "(",
                "-size",
                "61x47",
                "gradient:",
                ")",
                "-alpha",
                "off",
                "-compose",
                "CopyOpacity",
                "-composite",
                "-depth",
                "8",
                image.toString());
        try (BytesSource source = new BytesSource(Files.readAllBytes(image))) {
            Pixels pixels = decoder.decode(source, DecodeRequest.WHOLE).pixels();
            assertNotNull(pixels.alpha());
            assertEquals(255, pixels.alpha().at(30, 0), 3);
            assertEquals(0, pixels.alpha().at(30, 46), 3);
            assertEquals(0x40, pixels.plane(0).at(30, 0), 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"palette.psd, 24", "lab.psd, 44"})
    void otherModesBecomeRgb(String name, double quality) throws Exception {
        Pixels pixels = decode(name).pixels();
        assertEquals(Samples.RGB, pixels.samples());
        assertSimilar(TestImage.rgb(), pixels, quality);
    }

    @Test
    void inkIsWhatIsNotWhite() throws Exception {
        Pixels pixels = decode("cmyk.psd").pixels();
        Pixels rgb = TestImage.rgb();
        for (int i = 0; i < 61 * 47; i += 7) {
            for (int band = 0; band < 3; band++) {
                int light = (255 - sample(pixels, band, i)) * (255 - sample(pixels, 3, i)) / 255;
                assertEquals(sample(rgb, band, i), light, 2);
            }
        }
    }

    @Test
    void bitsAreBlack() throws Exception {
        Pixels bits = decode("bilevel.psd").pixels();
        Pixels gray = decode("gray-alpha.psd").pixels();
        for (int i = 21 * 61; i < 47 * 61; i++) {
            assertEquals(sample(gray, 0, i) < 128 ? 0 : 255, sample(bits, 0, i));
        }
    }

    @Test
    void whiteIsTakenOutOfTransparentColors() throws Exception {
        Pixels pixels = decode("rgba.psd").pixels();
        Plane alpha = pixels.alpha();
        assertNotNull(alpha);
        assertEquals(0, alpha.at(0, 5));
        assertEquals(120, alpha.at(30, 5));
        assertEquals(255, alpha.at(30, 40));
        Pixels rgb = TestImage.rgb();
        for (int i = 40; i < 61; i++) {
            for (int band = 0; band < 3; band++) {
                assertEquals(sample(rgb, band, 5 * 61 + i), sample(pixels, band, 5 * 61 + i), 2);
            }
        }
    }

    @Test
    void inkOfTransparentColorsIsWhole() throws Exception {
        Pixels pixels = decode("cmyk-alpha.psb").pixels();
        Pixels rgb = TestImage.rgb();
        assertNotNull(pixels.alpha());
        for (int i = 40; i < 61; i++) {
            assertEquals(255 - sample(rgb, 0, 5 * 61 + i), sample(pixels, 0, 5 * 61 + i), 2);
        }
    }

    @Test
    void anIndexIsTransparent() throws Exception {
        Pixels pixels = decode("keyed.psd").pixels();
        assertEquals(0, pixels.alpha().at(3, 3));
        assertEquals(255, pixels.alpha().at(12, 12));
    }

    @Test
    void notesAreRead() throws Exception {
        BytesSource source = new BytesSource(TestImage.file("noted.psd"));
        assertEquals(72, decoder.inspect(source).resolution());
        assertTrue(new String(decoder.xmp(source).bytes(), "UTF-8").contains("Grüne Mütze"));
        assertEquals(
                "[Square, Ring, Open line, Work Path]",
                decoder.paths(source).stream().map(EmbeddedPath::name).toList().toString());
    }

    @Test
    void layersWithoutAMergedImageAreRefused() {
        assertUnsupported(TestImage.file("unmerged.psd"), "Maximize Compatibility");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 8, 'multichannel, whose channels are inks of any color, of 8 bits a sample'",
        "8, 16, color mode 8",
        "4, 32, 4",
        "9, 16, 9",
        "12, 8, color mode 12",
        "1, 1, color mode 1"
    })
    void otherKindsAreRefused(int mode, int depth, String message) {
        byte[] file = TestImage.file("raw.psd");
        file[MODE] = (byte) mode;
        file[DEPTH] = (byte) depth;
        assertUnsupported(file, message);
    }

    @Test
    void lightOfOtherColorsIsRefused() throws Exception {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_CIEXYZ).getData();
        byte[] file = TestImage.file("rgb32.psd");
        ByteBuffer with = ByteBuffer.allocate(file.length + 12 + profile.length + 1);
        with.put(file, 0, 30).putInt(12 + profile.length);
        with.put("8BIM".getBytes()).putShort((short) 1039).putShort((short) 0).putInt(profile.length);
        with.put(profile).put(file, 34, file.length - 34);
        assertUnsupported(Arrays.copyOf(with.array(), with.position()), "32 bits");
    }

    @Test
    void sizesThatCannotBeAreRefusedAtOnce() {
        for (String name : new String[] {"rgb.psd", "zip.psd", "rgb.psb"}) {
            byte[] file = TestImage.file(name);
            ByteBuffer.wrap(file).putInt(HEIGHT, 300_000).putInt(HEIGHT + 4, 300_000);
            FailureKind kind = assertThrows(ServeException.class, () -> decode(file))
                    .failure()
                    .kind();
            assertEquals(FailureKind.SIZE_LIMIT, kind);
            ByteBuffer.wrap(file).putInt(HEIGHT, 10_000).putInt(HEIGHT + 4, 20_000);
            assertCorrupt(file);
        }
    }

    @Test
    void moreRowsThanTheFileTellsOfAreRefusedBeforeTheyTakeMemory() {
        byte[] file = Arrays.copyOf(TestImage.file("rgb.psd"), 1 << 20);
        ByteBuffer.wrap(file).putInt(HEIGHT, 1 << 28).putInt(HEIGHT + 4, 1);
        assertCorrupt(file);
    }

    @Test
    void headsThatCannotBeAreCorrupt() {
        for (int at : new int[] {VERSION, CHANNELS, DEPTH}) {
            byte[] file = TestImage.file("rgb.psd");
            file[at] = 0;
            assertCorrupt(file);
        }
    }

    /** Samples without compression tell where they begin and how long their rows are by nothing but that they end with the file. */
    @ParameterizedTest
    @ValueSource(strings = {"raw.psd", "rgb32.psd"})
    void samplesWithoutCompressionEndWithTheFile(String name) throws Exception {
        byte[] file = TestImage.file(name);
        assertCorrupt(Arrays.copyOf(file, file.length + 1));
        assertCorrupt(Arrays.copyOf(file, file.length - 1));
        try (BytesSource source = new BytesSource(Arrays.copyOf(file, file.length + 1))) {
            DecodeRequest lenient = DecodeRequest.WHOLE.with(Tolerance.LENIENT);
            assertThrows(ServeException.class, () -> decoder.decode(source, lenient), "it would be garbage");
        }
    }

    @Test
    void aBrokenRowMattersOnlyToThoseWhoWantIt() throws Exception {
        byte[] file = TestImage.file("rgba.psd");
        file[file.length - 2] ^= 1; // the last row of the opacity
        assertCorrupt(file);
        try (BytesSource source = new BytesSource(file)) {
            decoder.decode(source, new DecodeRequest(new Region(0, 0, 61, 46), 1));
        }
    }

    private void assertCorrupt(byte[] file) {
        assertEquals(
                FailureKind.SOURCE_CORRUPT,
                assertThrows(ServeException.class, () -> decode(file)).failure().kind());
    }

    private void assertUnsupported(byte[] file, String message) {
        ServeException refused = assertThrows(ServeException.class, () -> decode(file));
        assertEquals(FailureKind.SOURCE_UNSUPPORTED, refused.failure().kind());
        assertTrue(
                refused.failure().message().contains(message), refused.failure().message());
    }

    private static int sample(Pixels pixels, int band, int index) {
        return pixels.plane(band).samples()[index] & 0xff;
    }
}
