package dev.understudy.codec.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.svg.document.SvgParser;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.font.SvgFonts;
import dev.understudy.codec.svg.paint.SvgImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text in vector images: where its letters stand, and the fonts that they are of. */
class SvgTextTest {

    private static BufferedImage paint(String elements, Optional<Path> fonts) throws IOException {
        String file = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='60'>" + elements + "</svg>";
        SvgImage image = SvgImage.of(
                SvgParser.parse(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))),
                new SvgFonts(fonts),
                SvgRendering.IMAGES);
        return image.paint(200, 60);
    }

    /** The columns of ink: the first one, and the first one behind all. */
    private static int[] columns(String elements) throws IOException {
        return columns(paint(elements, Optional.empty()));
    }

    private static int[] columns(BufferedImage image) {
        int left = image.getWidth();
        int right = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if (image.getRGB(x, y) >>> 24 > 100) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                }
            }
        }
        return new int[] {left, right};
    }

    /** Text that looks like other text, however it is written. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                <text x='5' y='40' font-size='20'>two words</text> | <text x='5' y='40' style='font: 20px sans-serif'>two   words </text>
                <text x='5' y='40' font-size='20'>two words</text> | <text x='5' y='40' font-size='20'><tspan>two</tspan> <tspan> words</tspan></text>
                <text x='5' y='40' font-size='20'>two</text>       | <text x='5' y='2em' font-size='20'>two</text>
                <text x='5' y='40' font-size='20'>two</text>       | <g style='font-size:10px'><text x='5' y='40' font-size='200%'>two</text></g>
                <text x='5' y='40' font-size='20'>two</text>       | <g font-size='10'><text x='5' y='40'><tspan font-size='2em'>two</tspan></text></g>
                <text x='5' y='40' font-size='20'>two</text>       | <g transform='scale(20)'><text x='.25' y='2' font-size='1'>two</text></g>
                <text x='5' y='40' font-size='20' font-weight='bold'>b</text> | <text x='5' y='40' style='font:bold 20px/2 "Noto Sans",serif'>b</text>
                <text x='5' y='40' font-size='20'>AVA (two)</text> | <path id='p' d='M5 40H200' fill='none'/><text font-size='20'><textPath href='#p'>AVA (two)</textPath></text>
                <text x='25' y='35' font-size='20'>two</text>      | <path id='p' d='M5 40H200' fill='none'/><text font-size='20' x='15' y='3' dy='-5' dx='5'><textPath xlink:href='#p'>two</textPath></text>
                <text x='25' y='40' font-size='20'>two</text>      | <line id='p' x2='100' transform='translate(5 40)'/><text font-size='20'><textPath href='#p' startOffset='20%'>two</textPath></text>
                <text x='25' y='40' font-size='20'>two</text>      | <path id='p' d='M5 40H105' pathLength='50' fill='none'/><text font-size='20'><textPath href='#p' startOffset='10'>two</textPath></text>
                <text x='100' y='40' font-size='20' text-anchor='middle'>two</text> | <path id='p' d='M0 40H200' fill='none'/><text font-size='20' text-anchor='middle'><textPath href='#p' startOffset='50%'>two</textPath></text>
                <text x='5' y='40' font-size='20'>two</text>       | <path id='p' d='M5 0V5H5V40H9' fill='none' transform='translate(0 0)'/><text font-size='20'><textPath href='#no'>one</textPath><tspan x='5' y='40'>two</tspan></text>
                <text x='105' y='40' font-size='20'>two</text>     | <path id='p' d='M0 10H40M90 40H105' fill='none'/><text font-size='20'><textPath href='#p'><tspan fill='none'>i</tspan></textPath>two</text>
                <text x='5' y='40' font-size='20' text-decoration='underline'>two</text> | <path id='p' d='M5 40H200' fill='none'/><text font-size='20' text-decoration='underline'><textPath href='#p'>two</textPath></text>
                <text x='5' y='40' font-size='20'>a</text>         | <text x='5' y='40' font-size='20'>a<tspan display='none'>b</tspan></text>
                <text x='5' y='40' font-size='20'>ab</text>        | <text x='5' y='30' dy='10' font-size='20'>ab</text>
                """)
    void isTheSame(String one, String other) throws IOException {
        double likeness = SvgRendering.likeness(paint(one, Optional.empty()), paint(other, Optional.empty()));
        assertTrue(likeness > 45, "only " + likeness + " dB");
    }

    @Test
    void isAnchored() throws IOException {
        int[] start = columns("<text x='100' y='40' font-size='20'>HHH</text>");
        int width = start[1] - start[0];
        assertTrue(start[0] >= 100 && start[0] <= 103, start[0] + "");
        int[] end = columns("<text x='100' y='40' font-size='20' text-anchor='end'>HHH</text>");
        assertTrue(end[1] <= 100 && end[1] >= 97, end[1] + "");
        int[] middle = columns("<text x='100' y='40' font-size='20' text-anchor='middle'>HHH</text>");
        assertEquals(100, (middle[0] + middle[1]) / 2.0, 1);
        assertEquals(width, middle[1] - middle[0], 1);
    }

    @Test
    void lettersHaveTheirPlaces() throws IOException {
        assertEquals(150, columns("<text x='10 50 150' y='40' font-size='20'>III</text>")[1], 8);
        int usual = columns("<text x='10' y='40' font-size='20'>III</text>")[1];
        assertEquals(usual + 10, columns("<text x='10' y='40' font-size='20' letter-spacing='5'>III</text>")[1], 1);
        assertEquals(usual + 30, columns("<text x='10' y='40' font-size='20'>I<tspan dx='30'>I</tspan>I</text>")[1], 1);
        int stretched = columns("<text x='10' y='40' font-size='20' textLength='150'>HHHH</text>")[1];
        assertEquals(160, stretched, 6);
        int[] wide = columns(
                "<text x='10' y='40' font-size='20' textLength='150' lengthAdjust='spacingAndGlyphs'>HHHH</text>");
        assertEquals(160, wide[1], 8);
    }

    @Test
    void whatIsReadFromTheRightStandsSo() throws IOException {
        // alef has ink up to its edges, yod is small and high
        int[] alone = columns("<text x='100' y='40' font-size='20' fill='none'>a</text>");
        assertEquals(0, alone[1]);
        int[] right = columns("<text x='100' y='40' font-size='20' direction='rtl'>HHH</text>");
        assertTrue(right[1] <= 101, right[1] + "");
    }

    @Test
    void fontsAreThoseOfTheFolder(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("inner"));
        try (InputStream font = SvgFonts.class.getResourceAsStream("NotoSans-Bold.ttf")) {
            Files.copy(Objects.requireNonNull(font), folder.resolve("inner/heavy.TTF"));
        }
        Files.writeString(folder.resolve("broken.ttf"), "no font");
        Files.writeString(folder.resolve("note.txt"), "nothing");
        String text = "<text x='5' y='40' font-size='20' font-family='nowhere, \"noto sans\"'>Folder</text>";
        BufferedImage inFolder = paint(text, Optional.of(folder));
        BufferedImage builtIn = paint(text, Optional.empty());
        // the folder has the bold face alone, so there is no other one
        assertTrue(columns(inFolder)[1] > columns(builtIn)[1] + 2);
    }

    /** On a circle, each letter is as far from its middle; what has no room is left out. */
    @Test
    void lettersStandOnCurves() throws IOException {
        String circle = "<circle id='c' cx='100' cy='100' r='80' fill='none'/>";
        BufferedImage image =
                square(circle + "<text font-size='16'><textPath href='#c'>" + "HIH ".repeat(60) + "</textPath></text>");
        double[] reach = {1000, 0};
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 200; x++) {
                if (image.getRGB(x, y) >>> 24 > 100) {
                    double radius = Math.hypot(x + 0.5 - 100, y + 0.5 - 100);
                    reach[0] = Math.min(reach[0], radius);
                    reach[1] = Math.max(reach[1], radius);
                }
            }
        }
        // a capital has 0.714 of the size, and its foot is a chord
        assertEquals(80, reach[0], 1);
        assertEquals(80 + 16 * 0.714, reach[1], 1.2);
        // it is read clockwise from the right, all around
        for (int[] at : new int[][] {{186, 100}, {100, 186}, {14, 100}, {100, 14}}) {
            assertTrue(hasInk(image, at[0], at[1]), at[0] + "," + at[1]);
        }
    }

    private static BufferedImage square(String elements) throws IOException {
        String file = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='200'>" + elements + "</svg>";
        return SvgImage.of(
                        SvgParser.parse(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))),
                        new SvgFonts(Optional.empty()),
                        SvgRendering.IMAGES)
                .paint(200, 200);
    }

    private static boolean hasInk(BufferedImage image, int centerX, int centerY) {
        for (int y = centerY - 10; y <= centerY + 10; y++) {
            for (int x = centerX - 10; x <= centerX + 10; x++) {
                if (x >= 0 && y >= 0 && x < 200 && y < 200 && image.getRGB(x, y) >>> 24 > 100) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aClipPathAndAPatternCanHaveText() throws IOException {
        int[] clipped = columns("<clipPath id='c'><text x='20' y='40' font-size='20'>H</text></clipPath>"
                + "<rect width='200' height='60' clip-path='url(#c)'/>");
        int[] plain = columns("<text x='20' y='40' font-size='20'>H</text>");
        assertEquals(plain[0], clipped[0], 1);
        assertEquals(plain[1], clipped[1], 1);
        int[] faint = columns("<g opacity='0.6'><text x='20' y='40' font-size='20' stroke='red'>H</text></g>");
        assertEquals(plain[1], faint[1], 2);
    }

    @Test
    void veryLongTextIsRefusedSoon() {
        String text = "<text>" + "word ".repeat(5000) + "</text>";
        SvgRefusal refused = assertThrows(SvgRefusal.class, () -> paint(text, Optional.empty()));
        assertTrue(refused.getMessage().contains("more than 20000 characters"), refused.getMessage());
    }
}
