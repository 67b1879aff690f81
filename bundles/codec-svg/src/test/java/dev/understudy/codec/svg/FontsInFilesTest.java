package dev.understudy.codec.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.svg.document.SvgDamage;
import dev.understudy.codec.svg.document.SvgParser;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.font.SvgFonts;
import dev.understudy.codec.svg.paint.SvgImage;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.testkit.codec.BytesSource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fonts that files bring along. Of the test's fonts, A is a box from 0.1 to 0.8 of the size across and 0.7 high, or in the bold one
 * from 0.02 to 0.88 and 0.9 high; B is a triangle of the same measures; C, a diamond, is in the one that is not bold.
 */
class FontsInFilesTest {

    private static final String TEXT = "<text x='0' y='100' font-size='100' font-family='F'>A</text>";

    private static BufferedImage paint(String elements, Optional<Path> folder) throws IOException {
        String file = "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='120'>" + elements + "</svg>";
        return SvgImage.of(
                        SvgParser.parse(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))),
                        new SvgFonts(folder),
                        SvgRendering.IMAGES)
                .paint(300, 120);
    }

    private static BufferedImage paint(String elements) throws IOException {
        return paint(elements, Optional.empty());
    }

    private static String data(byte[] font) {
        return SvgRendering.url("font/ttf", font);
    }

    private static String data(String font) {
        return data(SvgRendering.resource("/fonts/" + font));
    }

    /** A style sheet with a font {@code F}. */
    private static String face(String src, String descriptors) {
        return "<style>@font-face{font-family:F;src:" + src + ";" + descriptors + "}</style>";
    }

    private static String face(String src) {
        return face(src, "");
    }

    /** The ink of letters: the first column and row, and those behind it. */
    private static String ink(BufferedImage image) {
        int left = 999;
        int top = 999;
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) >>> 24 > 100) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return left + " " + top + " " + right + " " + bottom;
    }

    private static final String BOX = "10 30 80 100";
    private static final String BOLD_BOX = "2 10 88 100";

    @ParameterizedTest
    @ValueSource(strings = {"boxes.ttf", "boxes.otf", "boxes.woff"})
    void allFormats(String font) throws IOException {
        assertEquals(BOX, ink(paint(face(data(font)) + TEXT)));
    }

    @Test
    void theFirstSourceThatCanBeReadIsTaken() throws IOException {
        String src = "local('Nothing'), url(http://127.0.0.1:9/a.ttf), " + data("boxes.woff2") + " format('woff2'), "
                + data("boxes.woff") + "format('woff'), " + data("boxes-bold.ttf");
        assertEquals(BOX, ink(paint(face(src) + TEXT)));
    }

    @Test
    void whatIsSomewhereElseIsNotThere() throws IOException {
        String text = TEXT.replace("'F'", "'F, G'");
        String other = "<style>@font-face{font-family:g;src:" + data("boxes.ttf") + "}</style>";
        assertEquals(BOX, ink(paint(face("url(//127.0.0.1:9/a.ttf)") + other + text)));
        SvgRefusal refusal = assertThrows(SvgRefusal.class, () -> paint(face("url(http://127.0.0.1:9/a.ttf)") + TEXT));
        assertTrue(refusal.getMessage().contains("text in the font 'F', which the folder"), refusal.getMessage());
    }

    /** Another font in its place would be another image. */
    @Test
    void woff2IsRefused() {
        SvgRefusal refusal = assertThrows(
                SvgRefusal.class, () -> paint(face(data("boxes.woff2")) + TEXT.replace("'F'", "'F, sans-serif'")));
        assertTrue(refusal.getMessage().contains("'F'"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("WOFF2"), refusal.getMessage());
    }

    @Test
    void theFolderHelpsWhereAFontIsNotRead(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("boxes.ttf"), SvgRendering.resource("/fonts/boxes.ttf"));
        String face = "<style>@font-face{font-family:boxes;src:" + data("boxes.woff2") + "}</style>";
        assertEquals(BOX, ink(paint(face + TEXT.replace("'F'", "'Boxes'"), Optional.of(folder))));
    }

    @Test
    void aFontThatIsNotReadIsUnpackedOnce(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("boxes.ttf"), SvgRendering.resource("/fonts/boxes.ttf"));
        String large = "url(data:font/woff2;base64,d09GMg" + "A".repeat(1 << 21) + ")";
        String file = "<style>@font-face{font-family:boxes;src:" + large + "}</style>"
                + TEXT.replace("'F'", "'Boxes'").repeat(4000);
        assertTimeoutPreemptively(Duration.ofSeconds(15), () -> paint(file, Optional.of(folder)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Boxes Bold", "\"boxes bold\"", "'Boxes-Bold'"})
    void localFontsAreThoseOfTheFolder(String name, @TempDir Path folder) throws IOException {
        Files.write(folder.resolve("b.ttf"), SvgRendering.resource("/fonts/boxes-bold.ttf"));
        String src = "local(" + name + ")," + data("boxes.ttf");
        assertEquals(BOLD_BOX, ink(paint(face(src) + TEXT, Optional.of(folder))));
        assertEquals(BOX, ink(paint(face(src) + TEXT)));
    }

    /** The order of CSS: of what is there, 400 and 500 stand for each other, else what is further out comes first. */
    @ParameterizedTest
    @CsvSource({
        "400, 700, 400, true",
        "400, 700, 500, true",
        "400, 700, 600, false",
        "400, 700, bold, false",
        "400, 700, bolder, false",
        "300, 500, 400, false",
        "300, 600, 400, true",
        "300, 600, 500, true",
        "200, 300, 100, true",
        "200, 300, lighter, true",
        "600, 800, 700, false",
        "'100 400', 700, 300, true",
        "400, '500 900', 550, false"
    })
    void theWeightChooses(String plain, String bold, String wanted, boolean isPlain) throws IOException {
        String faces =
                face(data("boxes.ttf"), "font-weight:" + plain) + face(data("boxes-bold.ttf"), "font-weight:" + bold);
        String text = TEXT.replace("<text", "<text font-weight='" + wanted + "'");
        assertEquals(isPlain ? BOX : BOLD_BOX, ink(paint(faces + text)));
    }

    @Test
    void italicsComeBeforeWeights() throws IOException {
        String faces = face(data("boxes.ttf"), "font-weight:bold")
                + face(data("boxes-bold.ttf"), "font-style:italic;font-weight:bold");
        assertEquals(
                BOLD_BOX, ink(paint(faces + TEXT.replace("<text", "<text font-style='oblique' font-weight='bold'"))));
        assertEquals(BOX, ink(paint(faces + TEXT.replace("<text", "<text font-weight='bold'"))));
    }

    @ParameterizedTest
    @CsvSource({"U+41, true", "U+0-40, false", "'u+61-7a, U+4?', true", "U+??, true", "U+42-43, false"})
    void eachFontIsForItsCharacters(String range, boolean has) throws IOException {
        String faces = face(data("boxes-bold.ttf")) + face(data("boxes.ttf"), "unicode-range:" + range);
        assertEquals(has ? BOX : BOLD_BOX, ink(paint(faces + TEXT)));
    }

    /** A font that no character needs is not even looked at. */
    @Test
    void whatIsNotNeededMayBeDamaged() throws IOException {
        String faces = face(data("boxes.ttf")) + face(data(new byte[] {0, 1, 0, 0, 9}), "unicode-range:U+42");
        assertEquals(BOX, ink(paint(faces + TEXT)));
        SvgDamage damage = assertThrows(SvgDamage.class, () -> paint(faces + TEXT.replace(">A<", ">B<")));
        assertTrue(damage.getMessage().startsWith("the font 'F': the file is damaged"), damage.getMessage());
    }

    /** Bold that is made up grows on all sides, by a 32nd of the size together, and needs no more room. */
    @Test
    void boldIsMadeUpAsInBrowsers() throws IOException {
        String bold = face(data("boxes.ttf")) + TEXT.replace("<text", "<text font-weight='bold'");
        assertEquals("8 28 82 102", ink(paint(bold)));
        assertEquals("8 28 172 102", ink(paint(bold.replace(">A<", ">AA<"))));
    }

    @Test
    void theLastOfTwoIsTaken() throws IOException {
        assertEquals(BOLD_BOX, ink(paint(face(data("boxes.ttf")) + face(data("boxes-bold.ttf")) + TEXT)));
    }

    @Test
    void otherMediaHaveOtherFonts() throws IOException {
        String print = "<style>@font-face{font-family:F;src:" + data("boxes.ttf")
                + "}@media print{@font-face{font-family:F;src:" + data("boxes-bold.ttf") + "}}</style>";
        assertEquals(BOX, ink(paint(print + TEXT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size-adjust:50%",
                "font-stretch:condensed",
                "font-weight:heavy",
                "unicode-range:A-Z",
                "font-feature-settings:\"smcp\"",
                "ascent-override: 90%"
            })
    void whatIsNotDrawnIsNamed(String descriptor) throws IOException {
        SvgRefusal refusal = assertThrows(SvgRefusal.class, () -> paint(face(data("boxes.ttf"), descriptor) + TEXT));
        String name = descriptor.substring(0, descriptor.indexOf(':'));
        assertTrue(refusal.getMessage().contains("as its " + name + " (<style>, line 1)"), refusal.getMessage());
        assertEquals(BOX, ink(paint(face(data("boxes.ttf"), "font-display:swap;font-stretch:100%") + TEXT)));
    }

    /** Java draws a font that varies at the weight that it has by itself. */
    @Test
    void fontsThatVaryAreDrawnAtTheirOwnWeight() throws IOException {
        String face = face(data("boxes-variable.ttf"), "font-weight:100 900");
        assertEquals(BOX, ink(paint(face + TEXT)));
        String both = face + TEXT + TEXT.replace("<text", "<text font-weight='700'");
        SvgRefusal refusal = assertThrows(SvgRefusal.class, () -> paint(both));
        assertTrue(refusal.getMessage().contains("which varies"), refusal.getMessage());
    }

    @Test
    void damagedFontsAreDamageOfTheFile() throws IOException {
        for (String name : new String[] {"boxes.ttf", "boxes.otf", "boxes.woff"}) {
            byte[] font = SvgRendering.resource("/fonts/" + name);
            for (int length = 8; length < font.length - 4; length += 29) {
                requireDamage(Arrays.copyOf(font, length), name + " of " + length + " bytes");
            }
        }
        byte[] changed = SvgRendering.resource("/fonts/boxes.ttf").clone();
        int row = new String(changed, StandardCharsets.ISO_8859_1).indexOf("glyf");
        changed[ByteBuffer.wrap(changed).getInt(row + 8) + 13] ^= 4;
        requireDamage(changed, "a changed table");
    }

    private static void requireDamage(byte[] font, String what) {
        String file = "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='120'>" + face(data(font)) + TEXT
                + "</svg>";
        try (BytesSource source = new BytesSource(file.getBytes(StandardCharsets.UTF_8))) {
            SvgDecoder decoder = SvgRendering.decoder(SvgSettings.DEFAULT);
            ServeException failure =
                    assertThrows(ServeException.class, () -> decoder.decode(source, DecodeRequest.WHOLE), what);
            assertEquals(FailureKind.SOURCE_CORRUPT, failure.failure().kind(), what);
        }
    }

    /** Packed tables say how long they are, before they are unpacked. */
    @Test
    void packedFontsDoNotGrowBeyondMeasure() {
        byte[] bomb = SvgRendering.resource("/fonts/boxes.woff").clone();
        ByteBuffer.wrap(bomb).putInt(44 + 12, Integer.MAX_VALUE);
        SvgDamage damage = assertThrows(SvgDamage.class, () -> paint(face(data(bomb)) + TEXT));
        assertTrue(damage.getMessage().contains("more than 8388608 bytes"), damage.getMessage());
    }

    @Test
    void fontsAreCounted() {
        StringBuilder elements = new StringBuilder();
        for (int i = 0; i < 33; i++) {
            elements.append("<style>@font-face{font-family:F")
                    .append(i)
                    .append(";src:")
                    .append(data("boxes.woff"))
                    .append("}</style>");
            elements.append("<text y='9' font-family='F").append(i).append("'>A</text>");
        }
        SvgRefusal refusal = assertThrows(SvgRefusal.class, () -> paint(elements.toString()));
        assertTrue(refusal.getMessage().contains("more than 32 fonts"), refusal.getMessage());
    }
}
