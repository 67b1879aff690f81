package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.path.PathDataReader;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.engine.plan.TextShape;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that run from top to bottom, the first on the right, measured in ink at a pixel a point. */
class VerticalTextTest {

    @TempDir
    private Path folder;

    private static TypesetText set(String text, TextShape shape, int width, int height) throws ServeException {
        LayerContent.Text content = new LayerContent.Text(
                text, TextDialect.TEXT_PS, List.of(), TextAttributes.DEFAULT, TextFonts.BUILT_IN, shape);
        return new Typesetter(FontShelf.builtIn()).set(content, new PixelSize(width, height));
    }

    /** The stretches of columns with ink, from left to right, each with the rows of its ink. */
    private static List<Region> columns(String text, int width, int height) throws ServeException {
        return columns(set(text, TextShape.BOX, width, height));
    }

    private static List<Region> columns(TypesetText text) throws ServeException {
        Region extent = text.extent();
        Pixels pixels = text.draw(Affine.IDENTITY, extent);
        List<Region> columns = new ArrayList<>();
        int start = -1;
        for (int x = 0; x <= extent.width(); x++) {
            boolean ink = x < extent.width() && rows(pixels, x, x + 1).height() > 0;
            if (ink && start < 0) {
                start = x;
            } else if (!ink && start >= 0) {
                Region rows = rows(pixels, start, x);
                columns.add(new Region(start + extent.x(), rows.y() + extent.y(), x - start, rows.height()));
                start = -1;
            }
        }
        return columns;
    }

    private static Region rows(Pixels pixels, int from, int to) {
        int top = pixels.height();
        int bottom = 0;
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = from; x < to; x++) {
                if (pixels.alpha().at(x, y) > 100) {
                    top = Math.min(top, y);
                    bottom = y + 1;
                }
            }
        }
        return new Region(from, Math.min(top, bottom), to - from, Math.max(0, bottom - top));
    }

    @Test
    void lettersStandUprightOneBelowTheOther() throws Exception {
        List<Region> columns = columns("\\stextflow1\\fs40 HHH", 200, 100);
        assertEquals(1, columns.size());
        Region column = columns.get(0);
        Region letter = columns("\\fs40 H", 200, 100).get(0);
        assertEquals(letter.width(), column.width() + 1, 2);
        // cells of letters are as high as level lines, 1.362 of the size
        assertEquals(2 * 1.362 * 20 + letter.height(), column.height(), 2);
        assertEquals(200 - 1.362 * 10, column.x() + column.width() / 2.0, 1);
        assertEquals(letter.y(), column.y(), 1);
    }

    @Test
    void lettersLieOnTheirSideWhereThatIsAskedFor() throws Exception {
        Region level = columns("\\fs40 HI", 200, 100).get(0);
        TypesetText text = set("\\stextflow1\\baselinedir1\\fs40 HI", TextShape.BOX, 100, 200);
        Region lying = columns(text).get(0);
        Region all = columns(set("\\fs40 HI", TextShape.BOX, 200, 100)).get(1);
        assertEquals(all.x() + all.width() - level.x(), lying.height(), 1);
        assertEquals(level.height(), lying.width(), 1);
        assertEquals(100 - level.y() - level.height(), lying.x(), 1);
        // as without it where lines are level
        assertEquals(columns("\\fs40 HI", 200, 100), columns("\\baselinedir1\\fs40 HI", 200, 100));
    }

    @Test
    void linesFollowEachOtherToTheLeft() throws Exception {
        List<Region> columns = columns("\\stextflow1\\fs40 HH\\par H\\line HHH", 200, 100);
        assertEquals(3, columns.size());
        assertTrue(columns.get(0).height() > columns.get(2).height());
        assertTrue(columns.get(1).height() < columns.get(2).height());
        assertEquals(1.362 * 20, columns.get(2).x() - columns.get(1).x(), 1.5);
        // also where they have no room below
        assertEquals(3, columns("\\stextflow1\\fs40 HH HH HH", 200, 60).size());
        // whole lines only
        assertEquals(2, columns("\\stextflow1\\fs40 HH HH HH", 60, 60).size());
    }

    @Test
    void alignmentMarginsAndIndentsAreAlongLines() throws Exception {
        Region usual = columns("\\stextflow1\\fs40 H", 200, 100).get(0);
        Region bottom = columns("\\stextflow1\\qr\\fs40 H", 200, 100).get(0);
        assertEquals(usual.y() + 100 - 1.362 * 20, bottom.y(), 1);
        Region middle = columns("\\stextflow1\\qc\\fs40 H", 200, 100).get(0);
        assertEquals((usual.y() + bottom.y()) / 2.0, middle.y(), 1);
        Region moved =
                columns("\\stextflow1\\margt200\\margr400\\fs40 H", 200, 100).get(0);
        assertEquals(new Region(usual.x() - 20, usual.y() + 10, usual.width(), usual.height()), moved);
        assertEquals(
                usual.y() + 15,
                columns("\\stextflow1\\li300\\fs40 H", 200, 100).get(0).y(),
                1);
        Region left = columns("\\stextflow1\\vertalb\\fs40 H", 200, 100).get(0);
        assertEquals(usual.x() - 200 + 1.362 * 20, left.x(), 1);
        Region justified =
                columns("\\stextflow1\\qj\\lastqj\\fs40 H H", 200, 100).get(0);
        assertEquals(bottom.y() + bottom.height(), justified.y() + justified.height(), 1);
    }

    @Test
    void withoutASizeTheLayerIsAsHighAsItsLines() throws Exception {
        PixelSize size =
                set("\\stextflow1\\fs40 HHH\\line H", TextShape.BOX, 0, 0).size();
        assertEquals(3 * 1.362 * 20, size.height(), 1);
        assertEquals(2 * 1.362 * 20, size.width(), 1);
        assertEquals(
                50, set("\\stextflow1\\fs40 H", TextShape.BOX, 50, 0).size().width());
    }

    @Test
    void textGrowsIntoItsBox() throws Exception {
        Region grown = columns("\\stextflow1\\fs10\\copyfit200 HHH", 200, 110).get(0);
        assertTrue(grown.height() > 85 && grown.y() + grown.height() <= 110, grown.toString());
    }

    @Test
    void areasAreFilledFromTheRight() throws Exception {
        TextShape area = new TextShape.InPath(PathDataReader.read("M20,10L120,10L120,90L20,90Z"), null, 0);
        List<Region> columns = columns(set("\\stextflow1\\fs40 HH HH HH", area, 200, 100));
        assertEquals(3, columns.size());
        assertEquals(120 - 1.362 * 10, columns.get(2).x() + columns.get(2).width() / 2.0, 1.5);
        assertTrue(columns.get(2).y() >= 10);
    }

    @Test
    void farEasternSignsHaveTheirPlaces() throws Exception {
        String text = "\u65e5\u30fc\u3002\u300c\u05d0a ";
        TextStyle style = TextStyle.DEFAULT.withSideways(true);
        AttributedString attributed = new AttributedString(text);
        FontChoice.FontRun latin =
                FontShelf.builtIn().choice(style).runs("a", 0, 1, true).get(0);
        FontChoice.FontRun run = new FontChoice.FontRun(latin.font(), latin.loaded(), false, 0, text.length());
        VerticalLetters.place(attributed, text, run, style);
        StringBuilder upright = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            var iterator = attributed.getIterator();
            iterator.setIndex(i);
            upright.append(iterator.getAttribute(TextAttribute.CHAR_REPLACEMENT) == null ? '-' : 'u');
        }
        assertEquals("u-u----", upright.toString());
        AttributedString standing = new AttributedString(text);
        VerticalLetters.place(standing, text, run, TextStyle.DEFAULT);
        var iterator = standing.getIterator();
        iterator.setIndex(5);
        assertNotEquals(null, iterator.getAttribute(TextAttribute.CHAR_REPLACEMENT));
    }

    /** Where ink is drawn by the vertical forms of a font in a column of cells of 100 pixels, as other programs draw it. */
    @Test
    void lettersHaveTheFormsOfTheirFont() throws Exception {
        FontShelf shelf = new FontShelf(folder)
                .map("Cedar", false, false, "cedar.ttf")
                .defaultFont("Cedar")
                .write("cedar.ttf", FontShelf.bytes("/fonts/motoya-cedar-part"));
        Font font = Font.createFont(
                        Font.TRUETYPE_FONT,
                        Objects.requireNonNull(getClass().getResourceAsStream("/fonts/motoya-cedar-part.ttf")))
                .deriveFont(100f);
        // glyphs as fontTools numbers them: those of the letter, and the form that takes its place
        assertDrawn(shelf, font, "\\u12300?", 19);
        assertDrawn(shelf, font, "\\u12301?", 20);
        assertDrawn(shelf, font, "\\u12289?", 17);
        assertDrawn(shelf, font, "\\u12419?", 21);
        assertDrawn(shelf, font, "\\u12540?", 24);
        assertDrawn(shelf, font, "\\u8230?", 16);
        assertDrawn(shelf, font, "\\u-248?", 25);
        // and none does where there is none
        assertDrawn(shelf, font, "\\u26085?", 12);
    }

    private static void assertDrawn(FontShelf shelf, Font font, String letter, int glyph) throws ServeException {
        Ink ink = Ink.of(shelf.fonts(), TextDialect.TEXT_PS, "\\stextflow1\\expndtw200\\fs200 " + letter, 0, 100);
        Rectangle2D outline = font.createGlyphVector(new FontRenderContext(null, true, true), new int[] {glyph})
                .getOutline(0, 88)
                .getBounds2D();
        double middle = ink.width() / 2.0 - 50;
        assertEquals(middle + outline.getMinX(), ink.left(), 1, letter);
        assertEquals(middle + outline.getMaxX(), ink.right(), 1, letter);
        assertEquals(outline.getMinY(), ink.top(), 1, letter);
        assertEquals(outline.getMaxY(), ink.bottom(), 1, letter);
    }

    @Test
    void dashesLieAlongTheLineWhereNothingHasAFormOfThem() throws Exception {
        Region dash = columns("\\stextflow1\\fs80 \\u8212?", 200, 100).get(0);
        assertTrue(dash.height() > 3 * dash.width(), dash.toString());
    }

    @Test
    void textKnowsNothingOfIt() throws Exception {
        assertEquals(
                List.of("\\stextflow", "\\baselinedir"),
                Rtf.ignoredWords("\\stextflow1\\baselinedir1 H", TextDialect.TEXT, false));
        assertEquals(List.of(), Rtf.ignoredWords("\\stextflow1\\baselinedir1 H", TextDialect.TEXT_PS, false));
        assertEquals(List.of("\\stextflow"), Rtf.ignoredWords("\\stextflow2 H", TextDialect.TEXT_PS, false));
    }
}
