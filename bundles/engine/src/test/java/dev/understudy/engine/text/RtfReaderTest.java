package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.TextDialect;
import dev.understudy.image.Color;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RtfReaderTest {

    private static TextDocument read(String rtf) {
        return RtfReader.read(rtf, TextDialect.TEXT, List.of());
    }

    private static String text(String rtf) {
        return read(rtf).lines().stream()
                .map(line -> line.runs().stream().map(TextDocument.Run::text).collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
    }

    private static List<TextDocument.Run> runs(String rtf) {
        return read(rtf).lines().get(0).runs();
    }

    @Test
    void theLastLineIsAlignedThoughItsGroupHasEnded() {
        assertEquals(
                List.of(Align.END, Align.CENTER),
                read("{\\rtf1\\qr one\\par\\qc two}").lines().stream()
                        .map(TextDocument.Line::align)
                        .toList());
    }

    @Test
    void plainTextIsItself() {
        assertEquals("Seeding & more; 100% } plain", text("Seeding & more; 100% } plain"));
        assertEquals("two|lines", text("two\nlines"));
        assertEquals("", text(""));
        assertEquals(TextStyle.DEFAULT, runs("a").get(0).style());
    }

    @Test
    void breaksMakeLines() {
        assertEquals("one|two|three", text("one\\par two\\line three"));
        assertEquals("a||b", text("a\\line\\line b"));
    }

    @Test
    void charactersAreWrittenInManyWays() {
        assertEquals("é€\\{}\u00a0–", text("\\'e9\\u8364?\\\\\\{\\}\\~\\endash "));
        assertEquals("ab", text("\\uc2 \\u97xyb"));
        assertEquals("\u2665", text("{\\u9829?}"));
        assertEquals("\ud83d\ude00", text("\\u-10179?\\u-8704?"));
        assertEquals("€", text("\\'80"));
    }

    @Test
    void sizesAndStylesHoldUntilTheGroupEnds() {
        List<TextDocument.Run> runs = runs("\\fs16eight, {\\fs60\\b thirty}\\i  on");
        assertEquals(8, runs.get(0).style().size());
        assertEquals("thirty", runs.get(1).text());
        assertEquals(30, runs.get(1).style().size());
        assertTrue(runs.get(1).style().bold());
        assertEquals(" on", runs.get(2).text());
        assertEquals(8, runs.get(2).style().size());
        assertTrue(runs.get(2).style().italic());
        assertFalse(runs.get(2).style().bold());
    }

    @Test
    void zeroSwitchesOff() {
        List<TextDocument.Run> runs = runs("\\b1Bold\\b0 plain\\ul under\\ulnone  not");
        assertTrue(runs.get(0).style().bold());
        assertFalse(runs.get(1).style().bold());
        assertTrue(runs.get(2).style().underlined());
        assertFalse(runs.get(3).style().underlined());
    }

    @Test
    void colorsComeFromTheTable() {
        List<TextDocument.Run> runs =
                runs("{\\colortbl ;\\red255\\green0\\blue0;\\red0\\green128\\blue0;}\\cf1red\\cf2green\\cf9none");
        assertEquals(Color.ofRgb(0xff0000), runs.get(0).style().color());
        assertEquals(Color.ofRgb(0x008000), runs.get(1).style().color());
        assertEquals(Color.ofRgb(0), runs.get(2).style().color());
        assertEquals(
                Color.ofRgb(0xff0000),
                runs("{\\cmykcolortbl;\\cyan0\\magenta100\\yellow100\\black0;}\\cf1x")
                        .get(0)
                        .style()
                        .color());
    }

    @Test
    void fontTablesAndUnknownGroupsArePassedOver() {
        assertEquals(
                "Arial, Courier",
                text(
                        "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1 Courier New;}}{\\*\\generator x{y};}\\f0\\fs50 Arial,"
                                + " \\f1 Courier}"));
        assertEquals("kept", text("{\\*\\iscolortbl;ff0000;}\\nosuchword12 kept"));
    }

    @Test
    void linesAndTextStandWhereTheyAreTold() {
        assertEquals(Align.CENTER, read("\\qc mid").lines().get(0).align());
        assertEquals(Align.END, read("\\qr right").lines().get(0).align());
        assertEquals(Align.LEFT, read("\\qr\\ql left").lines().get(0).align());
        assertEquals(Align.END, read("\\vertalb x").vertical());
        assertEquals(Align.CENTER, read("\\vertalc x").vertical());
    }

    @Test
    void digitsOfLongNumbersAreNoText() {
        for (String number : List.of("999999999999999", "-999999999999999", "-2147483648", "9".repeat(400))) {
            TextDocument document = RtfReader.read("\\sa" + number + " abc", TextDialect.TEXT, List.of());
            assertEquals("abc", document.lines().get(0).runs().get(0).text());
        }
    }

    @Test
    void raisedAndLowered() {
        List<TextDocument.Run> runs = runs("a{\\up20 b}{\\dn20 c}{\\super d}{\\sub e}");
        assertEquals(10, runs.get(1).style().rise());
        assertEquals(-10, runs.get(2).style().rise());
        assertTrue(runs.get(3).style().rise() > 0 && runs.get(3).style().script());
        assertTrue(runs.get(4).style().rise() < 0 && runs.get(4).style().script());
    }

    @Test
    void nothingIsAnError() {
        for (String broken : List.of(
                "\\",
                "{",
                "}",
                "}}}{",
                "\\'",
                "\\'g",
                "\\'4",
                "\\u",
                "\\u99999999999999999999",
                "\\fs-5x",
                "\\fs0 x",
                "\\*",
                "{\\*",
                "{\\fonttbl",
                "{\\colortbl;\\red",
                "\\uc-1\\u65a",
                "\\-\\_",
                "\\fs999999999 x",
                "a\\")) {
            read(broken);
        }
        Random random = new Random(11);
        String alphabet = "{}\\'*;~_-- 0123456789abfsuqcrlpdx\n";
        for (int i = 0; i < 5000; i++) {
            StringBuilder rtf = new StringBuilder();
            for (int k = 0; k < 60; k++) {
                rtf.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            read(rtf.toString());
        }
    }
}
