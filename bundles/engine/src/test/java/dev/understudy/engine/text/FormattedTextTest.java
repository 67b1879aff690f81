package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.Smoothing;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.engine.plan.TextShape;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What control words of RTF do to lines and letters, measured in ink at a pixel a point. */
class FormattedTextTest {

    private static final String WORDS =
            "These words are too long for one line of the box and go on below it for a while. ";

    private static TypesetText set(TextDialect dialect, String text, int width, int height) throws ServeException {
        List<Color> colors = dialect == TextDialect.TEXT_PS ? Rtf.colors(text) : List.of();
        LayerContent.Text content =
                new LayerContent.Text(text, dialect, colors, TextAttributes.DEFAULT, TextFonts.BUILT_IN, TextShape.BOX);
        return new Typesetter(FontShelf.builtIn()).set(content, new PixelSize(width, height));
    }

    private static Region ink(TextDialect dialect, String text, int width, int height) throws ServeException {
        return ink(set(dialect, text, width, height), Integer.MIN_VALUE);
    }

    private static Region ps(String text) throws ServeException {
        return ink(TextDialect.TEXT_PS, text, 300, 200);
    }

    private static Region plain(String text) throws ServeException {
        return ink(TextDialect.TEXT, text, 300, 200);
    }

    /** The rectangle of what is seen below a height. */
    private static Region ink(TypesetText text, int below) throws ServeException {
        Region extent = text.extent();
        Pixels pixels = text.draw(Affine.IDENTITY, extent);
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (int y = Math.max(0, Math.max(below, extent.y()) - extent.y()); y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                if (pixels.alpha().at(x, y) > 100) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return right == 0
                ? new Region(0, 0, 0, 0)
                : new Region(left + extent.x(), top + extent.y(), right - left, bottom - top);
    }

    /** The rows of ink, which blank rows separate. */
    private static List<Region> rows(TypesetText text) throws ServeException {
        List<Region> rows = new ArrayList<>();
        Region extent = text.extent();
        Pixels pixels = text.draw(Affine.IDENTITY, extent);
        int start = -1;
        for (int y = 0; y <= pixels.height(); y++) {
            int left = -1;
            for (int x = 0; y < pixels.height() && x < pixels.width() && left < 0; x++) {
                left = pixels.alpha().at(x, y) > 100 ? x : -1;
            }
            if (left >= 0 && start < 0) {
                start = y;
            } else if (left < 0 && start >= 0) {
                rows.add(columns(pixels, start, y));
                start = -1;
            }
        }
        return rows;
    }

    private static Region columns(Pixels pixels, int from, int to) {
        int left = pixels.width();
        int right = 0;
        for (int y = from; y < to; y++) {
            for (int x = 0; x < pixels.width(); x++) {
                if (pixels.alpha().at(x, y) > 100) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                }
            }
        }
        return new Region(left, from, right - left, to - from);
    }

    @Test
    void marginsMoveText() throws Exception {
        Region at = ps("HH");
        Region moved = ps("\\margl400\\margt200 HH");
        assertEquals(new Region(at.x() + 20, at.y() + 10, at.width(), at.height()), moved);
        Region right = ps("\\qr HH");
        Region left = ps("\\margr400\\qr HH");
        assertEquals(right.x() - 20, left.x());
        assertEquals(ps("\\vertalb HH").y() - 30, ps("\\vertalb\\margb600 HH").y());
        // text= has none
        assertEquals(plain("\\b0 HH"), plain("\\margl400\\margt200 HH"));
    }

    @Test
    void marginsCountInTheWidthAndTheHeightOfABox() throws Exception {
        assertEquals(
                set(TextDialect.TEXT_PS, "\\b0 " + WORDS, 100, 0).size().height() + 30,
                set(TextDialect.TEXT_PS, "\\margl600\\margr400\\margt200\\margb400 " + WORDS, 150, 0)
                        .size()
                        .height());
    }

    @Test
    void indents() throws Exception {
        assertEquals(ps("\\b0 HH").x() + 20, ps("\\li400 HH").x());
        assertEquals(ps("\\qr HH").x() - 20, ps("\\qr\\ri400 HH").x());
        List<Region> rows = rows(set(TextDialect.TEXT_PS, "\\fi400\\li100 HHH\\line HHH\\par HHH", 300, 200));
        assertEquals(rows.get(0).x() - 20, rows.get(1).x());
        assertEquals(rows.get(0).x(), rows.get(2).x());
        assertEquals(
                rows(set(TextDialect.TEXT_PS, "\\b0 " + WORDS, 120, 200)).size(),
                rows(set(TextDialect.TEXT_PS, "\\li400\\ri600 " + WORDS, 170, 200))
                        .size());
        assertEquals(plain("\\b0 HH"), plain("\\li400\\fi400 HH"));
    }

    @Test
    void justifiedLinesReachBothSides() throws Exception {
        List<Region> left = rows(set(TextDialect.TEXT_PS, "\\b0 " + WORDS, 130, 200));
        List<Region> rows = rows(set(TextDialect.TEXT_PS, "\\qj " + WORDS, 130, 200));
        assertEquals(left.size(), rows.size());
        assertTrue(rows.size() > 3);
        for (Region row : rows.subList(0, rows.size() - 1)) {
            assertEquals(1, row.x(), 1.5, row.toString());
            assertEquals(130, row.x() + row.width(), 2, row.toString());
        }
        assertEquals(left.get(left.size() - 1), rows.get(rows.size() - 1));
        int last = rows.size() - 1;
        Region right = rows(set(TextDialect.TEXT_PS, "\\qj\\lastqr " + WORDS, 130, 200))
                .get(last);
        assertEquals(130, right.x() + right.width(), 2);
        Region middle = rows(set(TextDialect.TEXT_PS, "\\qj\\lastqc " + WORDS, 130, 200))
                .get(last);
        assertEquals(65, middle.x() + middle.width() / 2.0, 2);
        Region all = rows(set(TextDialect.TEXT_PS, "\\qj\\lastqj " + WORDS, 130, 200))
                .get(last);
        assertTrue(all.width() > 125);
        // also where colors change, and not in text=
        String colored =
                "{\\colortbl;\\red200\\green0\\blue0;}\\qj These words {\\cf1 are too long} for {\\cf1 one} line"
                        + " of the box and {\\cf1 go on} below it for a while.";
        for (Region row : rows(set(TextDialect.TEXT_PS, colored, 130, 200)).subList(0, 3)) {
            assertEquals(130, row.x() + row.width(), 2, row.toString());
        }
        assertTrue(rows(set(TextDialect.TEXT, "\\qj " + WORDS, 130, 200)).get(0).width() < 129);
    }

    @Test
    void spaceBetweenLines() throws Exception {
        for (TextDialect dialect : TextDialect.values()) {
            List<Region> rows = rows(set(dialect, "\\sl-600 HH\\line HH\\line HH", 300, 200));
            assertEquals(30, rows.get(1).y() - rows.get(0).y());
            assertEquals(30, rows.get(2).y() - rows.get(1).y());
            assertEquals(plain("\\b0 HH").y(), rows.get(0).y());
            List<Region> usual = rows(set(dialect, "\\sl20 HH\\line HH", 300, 200));
            List<Region> twice = rows(set(dialect, "\\sl480\\slmult1 HH\\line HH", 300, 200));
            int line = usual.get(1).y() - usual.get(0).y();
            assertEquals(16, line, 1);
            assertEquals(2.0 * line, twice.get(1).y() - twice.get(0).y(), 1);
            assertEquals(
                    10,
                    rows(set(dialect, "\\sl-200 HH\\line HH", 300, 200)).get(1).y()
                            - plain("\\b0 HH").y());
        }
    }

    @Test
    void spaceBetweenParagraphs() throws Exception {
        String text = "\\sb200\\sa400 HH\\par HH";
        List<Region> rows = rows(set(TextDialect.TEXT_PS, text, 300, 200));
        List<Region> usual = rows(set(TextDialect.TEXT_PS, "\\b0 HH\\par HH", 300, 200));
        assertEquals(usual.get(0), rows.get(0));
        assertEquals(usual.get(1).y() + 30, rows.get(1).y());
        List<Region> also = rows(set(TextDialect.TEXT, text, 300, 200));
        assertEquals(usual.get(0).y() + 10, also.get(0).y());
        assertEquals(usual.get(1).y() + 40, also.get(1).y());
        assertEquals(
                set(TextDialect.TEXT, "\\b0 HH\\par HH", 0, 0).size().height() + 60,
                set(TextDialect.TEXT, text, 0, 0).size().height());
        assertEquals(
                set(TextDialect.TEXT_PS, "\\b0 HH\\par HH", 0, 0).size().height() + 30,
                set(TextDialect.TEXT_PS, text, 0, 0).size().height());
    }

    @Test
    void capitals() throws Exception {
        assertEquals(ps("\\b0 STRASSE 1"), ps("\\caps stra\u00dfe 1"));
        assertEquals(ps("\\fs40 A{\\fs28 BC} D"), ps("\\fs40\\scaps Abc D"));
        assertEquals(ps("\\b0 abc"), ps("\\caps\\caps0 abc"));
        assertEquals(plain("\\b0 abc"), plain("\\caps abc"));
    }

    @Test
    void spaceBetweenLetters() throws Exception {
        for (TextDialect dialect : TextDialect.values()) {
            int usual = ink(dialect, "\\kerning0 HHHHH", 300, 50).width();
            assertEquals(
                    usual + 4 * 3,
                    ink(dialect, "\\kerning0\\expnd12 HHHHH", 300, 50).width(),
                    1);
            assertEquals(
                    usual + 4 * 3,
                    ink(dialect, "\\kerning0\\expndtw60 HHHHH", 300, 50).width(),
                    1);
            assertEquals(
                    usual - 4 * 2,
                    ink(dialect, "\\kerning0\\expndtw-40 HHHHH", 300, 50).width(),
                    1);
        }
    }

    @Test
    void kerning() throws Exception {
        int kerned = plain("\\fs80\\kerning1 AVAVAV").width();
        assertTrue(kerned < plain("\\fs80\\kerning0 AVAVAV").width() - 5);
        assertEquals(kerned, plain("\\fs80\\kerning79 AVAVAV").width());
        assertTrue(kerned < plain("\\fs80\\kerning80 AVAVAV").width());
        assertEquals(kerned, plain("\\fs80\\kerning0\\kerning AVAVAV").width());
    }

    @Test
    void stretchedLetters() throws Exception {
        Region usual = ps("\\fs80 HiH");
        Region wide = ps("\\fs80\\charscalex200 HiH");
        assertEquals(2.0 * usual.width(), wide.width(), 3);
        assertEquals(usual.height(), wide.height(), 1);
        Region high = ps("\\fs80\\charscaley150 HiH");
        assertEquals(1.5 * usual.height(), high.height(), 2);
        assertEquals(usual.width(), high.width(), 1);
        int line = set(TextDialect.TEXT, "\\fs80 HiH", 0, 0).size().height();
        assertEquals(
                2.0 * line,
                set(TextDialect.TEXT, "\\fs80\\charscaley200 HiH", 0, 0).size().height(),
                2);
        assertEquals(
                line,
                set(TextDialect.TEXT_PS, "\\fs80\\charscaley200 HiH", 0, 0)
                        .size()
                        .height());
        assertEquals(usual, ps("\\fs80\\charscalex-200 HiH"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\expnd20",
                "\\expnd4",
                "\\expndtw100",
                "\\expnd-4",
                "\\expnd20\\qc",
                "\\expnd20\\qr",
                "\\expnd20\\qj"
            })
    void linesOfSpacedLettersAreBrokenByTheirOwnWidth(String spacing) throws Exception {
        String words = "\\fs28" + spacing + " wide words in some lines which are set to both sides";
        for (TextDialect dialect : TextDialect.values()) {
            Region ink = ink(dialect, words, 200, 600);
            assertTrue(ink.x() >= -1 && ink.x() + ink.width() <= 201, dialect + ": " + ink);
            // nor earlier than they have to be
            assertTrue(ink.width() > 140, dialect + ": " + ink);
        }
    }

    @Test
    void raisedTextOfTextPsMovesNothing() throws Exception {
        Region usual = ps("\\fs40 HH");
        Region row = ink(set(TextDialect.TEXT_PS, "\\fs40 HH{\\up40 H}", 300, 200), usual.y() + usual.height() - 2);
        assertEquals(usual.y() + usual.height(), row.y() + row.height());
        Region raised = ps("\\fs40 HH{\\up40 H}");
        assertEquals(usual.y() - 20, raised.y());
        assertTrue(raised.y() < 0);
        // unlike that of text=, which moves down
        assertEquals(usual.y(), plain("\\fs40 HH{\\up40 H}").y(), 1);
    }

    @Test
    void textPsHasWholeLinesOnly() throws Exception {
        TypesetText cut = set(TextDialect.TEXT, "\\b0 H\\line H\\line H", 100, 40);
        assertEquals(3, rows(cut).size());
        assertEquals(
                2,
                rows(set(TextDialect.TEXT_PS, "\\b0 H\\line H\\line H", 100, 40))
                        .size());
        assertEquals(
                3,
                rows(set(TextDialect.TEXT_PS, "\\b0 H\\line H\\line H", 100, 50))
                        .size());
        // one of them in any case
        assertEquals(1, rows(set(TextDialect.TEXT_PS, "\\b0 H\\line H", 100, 5)).size());
    }

    @Test
    void colorsOfCommandsHaveAlpha() throws Exception {
        TypesetText text =
                set(TextDialect.TEXT_PS, "{\\*\\iscolortbl;200,10,20,128;0x00ff00;}\\cf1\\fs200 M", 200, 200);
        Pixels pixels = text.draw(Affine.IDENTITY, new Region(0, 0, 200, 200));
        Region ink = ps("\\fs200 M");
        int x = ink.x() + 4;
        int y = ink.y() + ink.height() / 2;
        assertEquals(128, pixels.alpha().at(x, y), 1);
        assertEquals(200, pixels.plane(0).at(x, y), 1);
        // those of commands come first, then colortbl
        String both = "{\\*\\iscolortbl;0000ff;}{\\colortbl;\\red255\\green0\\blue0;\\red0\\green255\\blue0;}\\fs200";
        assertEquals(255, color(both + "\\cf1 M", 2));
        assertEquals(255, color(both + "\\cf2 M", 1));
        assertEquals(0, color(both + "\\cf3 M", 2));
        ServeException thrown = assertThrows(ServeException.class, () -> Rtf.colors("{\\*\\iscolortbl;$c1$;}x"));
        assertEquals(FailureKind.PARAMETER_INVALID, thrown.failure().kind());
    }

    private static int color(String text, int plane) throws ServeException {
        Pixels pixels = set(TextDialect.TEXT_PS, text, 200, 200).draw(Affine.IDENTITY, new Region(0, 0, 200, 200));
        Region ink = ps("\\fs200 M");
        return pixels.plane(plane).at(ink.x() + 4, ink.y() + ink.height() / 2);
    }

    @Test
    void optionalHyphensAreSeenAtTheEndOfALine() throws Exception {
        assertEquals(ps("\\fs30 Donaudampf"), ps("\\fs30 Donau\\-dampf"));
        String parted = "\\fs30 Donau\\-dampf\\-schiff";
        assertEquals(
                ink(TextDialect.TEXT_PS, "\\fs30 Donau-\\line dampf-\\line schiff", 60, 200),
                ink(TextDialect.TEXT_PS, parted, 60, 200));
        // also when the hyphen is what has no room
        int word = ps("\\fs30 Donaudampf").width() + 3;
        assertEquals(
                ink(TextDialect.TEXT_PS, "\\fs30 Donau-\\line dampfschiff", word, 200),
                ink(TextDialect.TEXT_PS, parted, word, 200));
    }

    @Test
    void codePages() {
        assertEquals(
                "\u0414\u0430",
                RtfReader.read("{\\rtf1\\ansi\\ansicpg1251 \\'c4\\'e0}", TextDialect.TEXT, List.of())
                        .lines()
                        .get(0)
                        .runs()
                        .get(0)
                        .text());
    }

    @Test
    void madeUpItalicsTakeTheRoomOfUprightLetters() throws Exception {
        for (TextDialect dialect : TextDialect.values()) {
            Region upright = ink(dialect, "\\fs60 HHHH|", 300, 60);
            Region middle = ink(dialect, "\\fs60 H{\\i HH}H|", 300, 60);
            assertEquals(upright.x() + upright.width(), middle.x() + middle.width(), 1, "before upright letters");
            Region all = ink(dialect, "\\fs60\\i HHHH", 300, 60);
            int lean =
                    all.x() + all.width() - ink(dialect, "\\fs60 HHHH", 300, 60).width() - upright.x();
            // a fifth of the height of H, and not of the size
            assertEquals(0.2 * upright.height() * 21 / 27, lean, 2.5);
        }
        assertEquals(
                ink(TextDialect.TEXT_PS, "\\fs60\\qr HHHH", 300, 60).x(),
                ink(TextDialect.TEXT_PS, "\\fs60\\qr H{\\i HH}H", 300, 60).x(),
                1);
    }

    @Test
    void aLineUnderItalicsIsLevelAndWithoutGaps() throws Exception {
        TypesetText text = set(TextDialect.TEXT_PS, "\\fs80\\ul HH{\\i HH}HH", 300, 80);
        List<Region> rows = rows(text);
        Region line = rows.get(rows.size() - 1);
        assertEquals(ps("\\fs80\\ul HHHHHH").width(), line.width(), 3);
        Pixels pixels = text.draw(Affine.IDENTITY, new Region(0, 0, 300, 80));
        for (int x = line.x(); x < line.x() + line.width(); x++) {
            assertTrue(pixels.alpha().at(x, line.y() + line.height() / 2) > 150, "a gap at " + x);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\expnd12", "\\expndtw40", "\\expnd-3", "{\\expnd12 These} words"})
    void spacedLettersAreJustified(String spacing) throws Exception {
        List<Region> rows = rows(set(TextDialect.TEXT_PS, "\\qj" + spacing + " " + WORDS, 123, 300));
        assertTrue(rows.size() > 3);
        for (Region row : rows.subList(0, rows.size() - 1)) {
            // a word that is alone in its line is left as it is
            if (row.width() < 60) {
                continue;
            }
            assertEquals(1, row.x(), 1.5, row.toString());
            assertEquals(123, row.x() + row.width(), 5, row.toString());
        }
    }

    @Test
    void kindsOfSmoothingDiffer() throws Exception {
        long[] sums = new long[Smoothing.values().length];
        int[] partly = new int[sums.length];
        for (Smoothing smoothing : Smoothing.values()) {
            TextAttributes attributes =
                    new TextAttributes(72, smoothing, TextAttributes.DEFAULT.sizing(), TextAttributes.DEFAULT.wrap());
            LayerContent.Text content = new LayerContent.Text(
                    "\\fs40 Smooth", TextDialect.TEXT_PS, List.of(), attributes, TextFonts.BUILT_IN, TextShape.BOX);
            Pixels pixels = new Typesetter(FontShelf.builtIn())
                    .set(content, new PixelSize(150, 40))
                    .draw(Affine.IDENTITY, new Region(0, 0, 150, 40));
            for (int i = 0; i < 150 * 40; i++) {
                int alpha = pixels.alpha().samples()[i] & 0xff;
                sums[smoothing.ordinal()] += alpha;
                partly[smoothing.ordinal()] += alpha > 0 && alpha < 255 ? 1 : 0;
            }
        }
        assertEquals(0, partly[Smoothing.OFF.ordinal()]);
        assertTrue(partly[Smoothing.SHARP.ordinal()] < partly[Smoothing.CRISP.ordinal()]);
        assertTrue(partly[Smoothing.CRISP.ordinal()] < partly[Smoothing.NORM.ordinal()]);
        assertEquals(sums[Smoothing.NORM.ordinal()], sums[Smoothing.SMOOTH.ordinal()]);
        assertTrue(sums[Smoothing.STRONG.ordinal()] > sums[Smoothing.NORM.ordinal()] * 1.08);
        assertEquals(sums[Smoothing.NORM.ordinal()], sums[Smoothing.SHARP.ordinal()], sums[0] * 0.08);
    }
}
