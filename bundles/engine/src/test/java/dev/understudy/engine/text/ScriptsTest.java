package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.Smoothing;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts with the built-in fonts: what they are drawn with, in which direction, and where lines break. */
class ScriptsTest {

    private static final String HEBREW = "שלום עולם";
    private static final String ARABIC = "لم يتم العثور";
    private static final String COLORS = "{\\colortbl;\\red200\\green0\\blue0;\\red0\\green0\\blue200;}\\fs24 ";

    private static Ink ink(String text, int width, int height) throws ServeException {
        return Ink.of(FontShelf.builtIn(), text, width, height);
    }

    /** The names of the fonts that a text is set in. */
    private static Set<String> fonts(String text) throws ServeException {
        Set<String> names = new TreeSet<>();
        for (FontChoice.FontRun stretch : stretches(text)) {
            names.add(stretch.font().getFamily(Locale.ROOT));
        }
        return names;
    }

    private static List<FontChoice.FontRun> stretches(String text) throws ServeException {
        return FontShelf.builtIn().choice(TextStyle.DEFAULT).runs(text, 0, text.length(), false);
    }

    @Test
    void eachScriptHasItsFont() throws Exception {
        assertEquals(Set.of("Noto Sans"), fonts("Latin, Ελληνικά, кириллица 42"));
        assertEquals(Set.of("Noto Sans", "Noto Sans Hebrew"), fonts(HEBREW + " 42"));
        assertEquals(Set.of("Noto Sans", "Noto Sans Arabic"), fonts(ARABIC + " a"));
        assertEquals(Set.of("Noto Sans Devanagari"), fonts("चित्र"));
        assertEquals(Set.of("Noto Sans Thai"), fonts("ไม่พบ"));
    }

    @Test
    void fontsChangeBetweenCharactersAndNotWithin() throws Exception {
        String marks = "a\u0301\u05e9\u05c1\u05bc\u0644\u0651";
        List<Integer> starts = new ArrayList<>();
        stretches(marks).forEach(stretch -> starts.add(stretch.start()));
        assertEquals(List.of(0, 2, 5), starts);
        // two halves of one character that no font has
        String emoji = "a\ud83d\ude00b";
        assertTrue(stretches(emoji).stream().noneMatch(stretch -> stretch.start() == 2));
    }

    @Test
    void blanksAndInvisibleMarksStayWithWhatIsBeforeThem() throws Exception {
        assertEquals(1, stretches("\u0644\u200d\u0645 \u200f\u0646").size());
    }

    @Test
    void whatNoFontHasIsABox() throws Exception {
        Ink box = ink("\ud83d\ude00", 0, 0);
        assertTrue(box.total() > 0);
        assertEquals(box.width(), ink("\u65e5", 0, 0).width());
        assertTrue(ink("\u65e5\u672c", 0, 0).isLike(ink("\ud83d\ude00\ud83d\ude01", 0, 0)));
    }

    @Test
    void textThatIsReadFromTheRightStandsOnTheRight() throws Exception {
        for (String text : List.of(HEBREW, ARABIC)) {
            assertTrue(ink(text, 600, 0).right() > 595);
            assertTrue(ink(text, 600, 0).left() > 300);
            assertTrue(ink("\\ql " + text, 600, 0).left() < 5);
            assertTrue(ink("\\qr " + text, 600, 0).right() > 595);
            Ink centerd = ink("\\qc " + text, 600, 0);
            assertEquals(300, (centerd.left() + centerd.right()) / 2.0, 3);
        }
        assertTrue(ink("It says " + HEBREW, 600, 0).left() < 5);
        assertTrue(ink("12 " + HEBREW, 600, 0).right() > 595);
    }

    @Test
    void blanksAtTheEndOfALineTakeNoRoom() throws Exception {
        assertTrue(ink(HEBREW + "   ", 600, 0).right() > 595);
        assertEquals(ink(HEBREW, 0, 0).width(), ink(HEBREW + "   ", 0, 0).width());
    }

    @Test
    void theFirstLetterIsOnTheRight() throws Exception {
        // red: what is read first
        Ink hebrew = ink(COLORS + "{\\cf1 \\u1513?\\u1500?}{\\cf2 \\u1493?\\u1501?}", 0, 0);
        assertTrue(hebrew.middle(0) > hebrew.middle(2));
        Ink latin = ink(COLORS + "{\\cf1 ab}{\\cf2 cd}", 0, 0);
        assertTrue(latin.middle(0) < latin.middle(2));
        // Latin within Hebrew
        Ink mixed = ink(COLORS + "\\u1513?\\u1500? {\\cf1 ab }{\\cf2 cd} \\u1493?", 0, 0);
        assertTrue(mixed.middle(0) < mixed.middle(2));
        // Hebrew within Latin
        Ink within = ink(COLORS + "ab {\\cf1 \\u1513?\\u1500? }{\\cf2 \\u1493?\\u1501?} cd", 0, 0);
        assertTrue(within.middle(0) > within.middle(2));
    }

    @Test
    void colorsDoNotChangeWhatIsWritten() throws Exception {
        for (String text : List.of(
                "\\u1513?\\u1500? {ab cd }ef \\u1493?\\u1501?",
                "ab {\\u1513?\\u1500? }\\u1493?\\u1501? cd",
                "\\u1604?\\u1605? {\\u1610?\\u1578?}\\u1605?",
                "12 {\\u1513? 34 }\\u1500? 56")) {
            Ink plain = ink("\\fs24 " + text, 0, 0);
            Ink colored = ink(COLORS + text.replace("{", "{\\cf1 "), 0, 0);
            assertEquals(plain.width(), colored.width(), 1, text);
            assertEquals(plain.total(), colored.total(), plain.total() * 0.02, text);
            assertEquals(plain.column(plain.width() / 2), colored.column(plain.width() / 2), 500, text);
        }
    }

    @Test
    void arabicLettersJoin() throws Exception {
        double joined = ink("\u0628\u0628\u0628", 0, 0).width();
        double apart = 3.0 * ink("\u0628", 0, 0).width();
        assertTrue(joined < 0.8 * apart, joined + " of " + apart);
    }

    @Test
    void aRunFromRightToLeftTurnsLettersRoundAndLeavesNumbersInHebrew() throws Exception {
        assertTrue(ink("{\\rtlch desrever}", 0, 0).isLike(ink("\\fs24 reversed", 0, 0)));
        assertTrue(ink("{\\rtlch \\u1513?\\u1500? 123}", 0, 0).isLike(ink("\\fs24\\u1513?\\u1500? 123", 0, 0)));
        assertTrue(ink("{\\rtlch de\\ltrch sr}", 0, 0).isLike(ink("\\fs24 edsr", 0, 0)));
    }

    @Test
    void thaiBreaksBetweenItsWords() throws Exception {
        String thai = "ภาษาไทยง่ายมาก";
        List<Integer> ends = new ArrayList<>();
        var breaks = BreakIterators.ofLines(thai);
        for (int end = breaks.next(); end >= 0; end = breaks.next()) {
            ends.add(end);
        }
        assertEquals(List.of(4, 7, 11, 14), ends);
        TextAttributes whole =
                new TextAttributes(144, Smoothing.NORM, TextAttributes.Sizing.FIXED, TextAttributes.Wrap.BETWEEN_WORDS);
        TypesetText set = new Typesetter(FontShelf.builtIn()).set(thai, whole, new PixelSize(120, 0));
        assertTrue(set.size().height() > 1.8 * ink(thai, 0, 0).height());
    }

    @Test
    void linesNeverBreakWithinACharacter() throws Exception {
        String marked = "e\u0301\u0302\u0303".repeat(20);
        String pairs = "\ud83d\ude00".repeat(20);
        for (String text : List.of(marked, pairs, "\u05e9\u05c1\u05bc".repeat(20), "क्षि".repeat(20))) {
            var characters = BreakIterators.ofCharacters(text);
            LineBreaker breaker = LineBreaker.all(
                            RtfReader.read(text, TextDialect.TEXT, List.of()), TextDialect.TEXT, FontShelf.builtIn())
                    .get(0);
            for (float width : new float[] {0.5f, 7, 13, 29}) {
                for (int end = breaker.end(0, width, true); end < text.length(); end = breaker.end(end, width, true)) {
                    assertTrue(characters.isBoundary(end), text + " at " + end);
                }
            }
        }
        assertFalse(BreakIterators.ofCharacters(pairs).isBoundary(1));
    }

    /** The characters of RTF as they are seen from left to right. */
    private static String seen(String text) throws ServeException {
        TextDocument.Line line =
                RtfReader.read(text, TextDialect.TEXT, List.of()).lines().get(0);
        FormattedLine formatted = FormattedLine.of(line, false, FontShelf.builtIn());
        Bidi bidi = new Bidi(formatted.attributed().getIterator());
        Character[] characters = new Character[formatted.text().length()];
        byte[] levels = new byte[characters.length];
        for (int i = 0; i < characters.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(i);
            char c = formatted.text().charAt(i);
            int bracket = levels[i] % 2 == 0 ? -1 : "()[]".indexOf(c);
            characters[i] = bracket < 0 ? c : "()[]".charAt(bracket ^ 1);
        }
        Bidi.reorderVisually(levels, 0, characters, 0, characters.length);
        return Arrays.stream(characters).map(String::valueOf).collect(Collectors.joining());
    }

    /** What is seen is what Chromium shows of the same in a right-to-left span that is embedded. Hebrew letters are capitals here. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    x {\\rtlch SHLM {\\b abc} (12)}              | x abc (12) MLHS
                    x {\\rtlch SHLM ({\\b EVLM}) abc}             | x abc (MLVE) MLHS
                    x {\\rtlch (SHLM{\\b  EVLM)}}                 | x (MLVE MLHS)
                    x {\\rtlch SHLM [{\\b 12}] (abc)}             | x (abc) [12] MLHS
                    x (1) {\\rtlch (abc) SHLM} (2) y              | x (1) (2) MLHS (abc) y
                    x (1) {\\rtlch (SHLM) abc (EVLM)} (2) y       | x (1) (2) (MLVE) abc (MLHS) y
                    x (1) {\\rtlch [SHLM (abc)]} (2) y            | x (1) (2) [(abc) MLHS] y
                    {\\rtlch de(srev)er}                          | re(vers)ed
                    """)
    void bracketsStayTogether(String text, String seen) throws ServeException {
        assertEquals(seen, shifted(seen(shifted(text, 'A', 0x5d0)), 0x5d0, 'A'));
    }

    /** A text with letters from one on as those from another on. */
    private static String shifted(String text, int from, int to) {
        return text.codePoints()
                .map(c -> c >= from && c < from + 26 ? c - from + to : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
