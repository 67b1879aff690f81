package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.font.OpticalKerning;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.failure.ServeException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text whose letters are spaced by their shapes, measured in ink at a pixel a point. */
class OpticalSpacingTest {

    private static Ink ink(String text, int width, int height) throws ServeException {
        return Ink.of(FontShelf.builtIn(), TextDialect.TEXT_PS, text, width, height);
    }

    private static Ink ink(String text) throws ServeException {
        return ink(text, 0, 0);
    }

    private static int length(String text) throws ServeException {
        Ink ink = ink(text);
        return ink.right() - ink.left();
    }

    @Test
    void pairsComeCloserByWhatTheirShapesSay() throws Exception {
        OpticalKerning kerning = FontShelf.builtIn()
                .choice(TextStyle.DEFAULT)
                .runs("A", 0, 1, false)
                .get(0)
                .loaded()
                .optical();
        for (String pair : List.of("AV", "To", "HH", "L.", "AA")) {
            double moved = 200 * kerning.between(pair.substring(0, 1), pair.substring(1));
            assertEquals(
                    length("\\kerning0\\fs400 " + pair) + moved, length("\\kerningoptical\\fs400 " + pair), 1.2, pair);
            // in a line with another one, as far again
            assertEquals(
                    length("\\kerning0\\fs400 " + pair + " " + pair) + 2 * moved,
                    length("\\kerningoptical\\fs400 " + pair + " " + pair),
                    2,
                    pair);
        }
    }

    /** What has no such letters, or keeps its distances. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u1575?\\u1604?\\u1587?\\u1604?\\u1575?\\u1605?", // Arabic
                "\\u2344?\\u2350?\\u2360?\\u2381?\\u2340?\\u2375?", // Devanagari
                "\\u1513?\\u1500?\\u1493?\\u1501?.",
                "1171.74",
                "HHH nnn",
                "-- .. (/)",
                "\\rtlch AVAV"
            })
    void whatStays(String text) throws Exception {
        assertTrue(ink("\\kerningoptical\\fs80 " + text).isLike(ink("\\fs80 " + text)));
    }

    @Test
    void otherWordsSwitchItOff() throws Exception {
        Ink metric = ink("\\fs80 AVATo");
        Ink none = ink("\\kerning0\\fs80 AVATo");
        Ink optical = ink("\\kerningoptical\\fs80 AVATo");
        assertFalse(optical.isLike(metric));
        assertFalse(optical.isLike(none));
        assertTrue(ink("\\kerningoptical\\kerningmetric\\fs80 AVATo").isLike(metric));
        assertTrue(ink("\\kerningoptical\\plain\\fs80 AVATo").isLike(metric));
        assertTrue(ink("{\\kerningoptical}\\fs80 AVATo").isLike(metric));
        assertTrue(ink("\\kerningoptical\\kerning0\\fs80 AVATo").isLike(none));
        assertTrue(ink("\\kerningoptical\\kerning80\\fs80 AVATo").isLike(none));
        assertTrue(ink("\\kerningoptical\\kerning79\\fs80 AVATo").isLike(optical));
    }

    @Test
    void textKnowsNothingOfIt() throws Exception {
        Ink metric = Ink.of(FontShelf.builtIn(), TextDialect.TEXT, "\\fs80 AVATo", 0, 0);
        assertTrue(Ink.of(FontShelf.builtIn(), TextDialect.TEXT, "\\kerningoptical\\fs80 AVATo", 0, 0)
                .isLike(metric));
        assertEquals(List.of("\\kerningoptical"), Rtf.ignoredWords("\\kerningoptical x", TextDialect.TEXT, false));
        assertEquals(List.of(), Rtf.ignoredWords("\\kerningoptical x", TextDialect.TEXT_PS, false));
        assertEquals(List.of(), Rtf.ignoredWords("\\kerningoptical x", TextDialect.TEXT_PS, true));
    }

    @Test
    void spacesAreThoseOfTheSizeAndTheWidthOfLetters() throws Exception {
        double small = length("\\kerning0\\fs80 AVAVAV") - length("\\kerningoptical\\fs80 AVAVAV");
        double large = length("\\kerning0\\fs320 AVAVAV") - length("\\kerningoptical\\fs320 AVAVAV");
        assertEquals(4 * small, large, 4);
        double wide = length("\\kerning0\\charscalex200\\fs160 AVAVAV")
                - length("\\kerningoptical\\charscalex200\\fs160 AVAVAV");
        assertEquals(large, wide, 2);
        double spaced = length("\\kerning0\\expnd40\\fs320 AVAVAV") - length("\\kerningoptical\\expnd40\\fs320 AVAVAV");
        assertEquals(large, spaced, 2);
    }

    @Test
    void linesAreBrokenAlignedAndFilledByIt() throws Exception {
        String word = "\\fs80 AVATAV AVATAV";
        int kerned = length("\\kerningoptical" + word);
        int loose = length("\\kerning0" + word);
        assertTrue(kerned < loose - 10, kerned + " of " + loose);
        int between = (kerned + loose) / 2;
        // one line, two lines
        assertTrue(ink("\\kerningoptical" + word, between, 200).bottom() < 60);
        assertTrue(ink("\\kerning0" + word, between, 200).bottom() > 80);
        assertEquals(
                ink("\\qr\\fs80 TAV", 300, 60).right(),
                ink("\\qr\\kerningoptical\\fs80 TAV", 300, 60).right(),
                1);
        Ink justified = ink("\\kerningoptical\\qj\\lastqj\\fs80 AV AV", 300, 60);
        assertTrue(justified.left() <= 1 && justified.right() >= 299, justified.left() + " " + justified.right());
        Ink fitted = ink("\\kerningoptical\\fs20\\copyfit400\\copyfitlines1 AVATAVATAV", 300, 200);
        assertTrue(fitted.right() > 290 && fitted.right() <= 300, "" + fitted.right());
    }

    /** A line that ends behind a hyphen is as long as it looks. */
    @Test
    void whereALineMayEndLettersStay() throws Exception {
        assertEquals(
                ink("\\kerning0\\qr\\fs80 HH-TT", 120, 200).right(),
                ink("\\kerningoptical\\qr\\fs80 HH-TT", 120, 200).right());
    }

    @Test
    void linesOnTheirSideAreSpacedToo() throws Exception {
        Ink lying = ink("\\stextflow1\\baselinedir1\\kerningoptical\\fs80 AVATo");
        assertEquals(length("\\kerningoptical\\fs80 AVATo"), lying.bottom() - lying.top(), 1);
        // letters in cells are not
        assertTrue(ink("\\stextflow1\\kerningoptical\\fs80 AVATo").isLike(ink("\\stextflow1\\fs80 AVATo")));
    }

    @Test
    void marksStayOnTheirLetters() throws Exception {
        Ink marked = ink("\\kerningoptical\\fs80 A\\u769?VA\\u803?\\u770?VA");
        Ink plain = ink("\\kerningoptical\\fs80 AVAVA");
        assertEquals(plain.right() - plain.left(), marked.right() - marked.left(), 2);
    }
}
