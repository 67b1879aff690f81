package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.TextDialect;
import dev.understudy.failure.ServeException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text that grows until its box is full, by the examples of the reference's page. */
class CopyFittingTest {

    private static final String WORDS = "Some words of a text that is neither long nor short. ";

    private static TextDocument fitted(String text, double width, double height) throws ServeException {
        return CopyFitting.fitted(
                RtfReader.read(text, TextDialect.TEXT_PS, List.of()),
                width,
                height,
                TextDialect.TEXT_PS,
                FontShelf.builtIn());
    }

    private static double[] sizes(String text, double width, double height) throws ServeException {
        return fitted(text, width, height).lines().stream()
                .flatMap(line -> line.runs().stream())
                .mapToDouble(run -> run.style().size())
                .toArray();
    }

    /** How high the lines are, by what sets them. */
    private static double height(TextDocument document, double width) throws ServeException {
        double height = 0;
        for (LineBreaker line : LineBreaker.all(document, TextDialect.TEXT_PS, FontShelf.builtIn())) {
            height += TextLine.height(line.lines((float) width, true, 1e6));
        }
        return height;
    }

    private static int lines(String text, double width, double height) throws ServeException {
        int lines = 0;
        for (LineBreaker line :
                LineBreaker.all(fitted(text, width, height), TextDialect.TEXT_PS, FontShelf.builtIn())) {
            lines += line.lines((float) width, true, 1e6).size();
        }
        return lines;
    }

    @Test
    void theTextFillsItsBox() throws Exception {
        String text = "{\\fs10\\copyfit200 " + WORDS.repeat(3) + "}";
        TextDocument document = fitted(text, 200, 150);
        double size = document.lines().get(0).runs().get(0).style().size();
        assertTrue(size > 8 && size < 30, size + "");
        assertTrue(height(document, 200) <= 151);
        // a little larger, and it does not fit any more
        TextDocument larger = RtfReader.read(
                "{\\fs" + (int) Math.ceil(size * 2 + 1) + " " + WORDS.repeat(3) + "}", TextDialect.TEXT_PS, List.of());
        assertTrue(height(larger, 200) > 150);
    }

    @Test
    void sizesStayBetweenTheirBounds() throws Exception {
        assertEquals(50, sizes("{\\fs10\\copyfit100 A}", 300, 200)[0]);
        assertEquals(5, sizes("{\\fs10\\copyfit100 " + WORDS.repeat(50) + "}", 100, 50)[0], 0.1);
        // a largest size that is not larger switches it off
        assertEquals(25, sizes("{\\fs50\\copyfit50 A}", 300, 200)[0]);
        assertEquals(25, sizes("{\\fs50\\copyfit0 A}", 300, 200)[0]);
    }

    @Test
    void ratiosAreKept() throws Exception {
        double[] sizes = sizes("{\\fs10\\copyfit100 Some words{\\fs20\\copyfit200  and more} again}", 200, 60);
        assertTrue(sizes[0] > 5 && sizes[0] < 50);
        assertEquals(2 * sizes[0], sizes[1], 1e-9);
        assertEquals(sizes[0], sizes[2]);
    }

    @Test
    void sizesConverge() throws Exception {
        double[] large = sizes("{\\copyfit100\\fs10 A{\\fs20 B}C}", 400, 200);
        assertEquals(50, large[0]);
        assertEquals(50, large[1]);
        double[] small = sizes("{\\fs10\\copyfit100 " + WORDS + "{\\copyfit200 " + WORDS + "}C}", 60, 20);
        assertEquals(5, small[0], 0.1);
        assertEquals(5, small[1], 0.1);
    }

    @Test
    void partsCanKeepTheirSize() throws Exception {
        double[] sizes = sizes("{\\fs10\\copyfit100 A{\\fs50\\copyfit0 B}C}", 300, 100);
        assertEquals(50, sizes[0]);
        assertEquals(25, sizes[1]);
    }

    @Test
    void wordsAreNotBroken() throws Exception {
        TextDocument document = fitted("{\\fs10\\copyfit400 Understudy}", 100, 400);
        for (LineBreaker line : LineBreaker.all(document, TextDialect.TEXT_PS, FontShelf.builtIn())) {
            assertEquals(1, line.lines(100, true, 1e6).size());
        }
    }

    @Test
    void aNumberOfLinesIsKept() throws Exception {
        assertTrue(lines("{\\fs10\\copyfit100 Some words in two}", 100, 200) > 1);
        assertEquals(1, lines("{\\fs10\\copyfit100\\copyfitlines1 Some words in two}", 100, 200));
        // in a box without a height, too
        assertEquals(1, lines("{\\fs10\\copyfit100\\copyfitlines1 Some words in two}", 100, Double.MAX_VALUE));
        assertEquals(5, sizes("{\\fs10\\copyfit100 Some words}", 100, Double.MAX_VALUE)[0]);
        // what does not fit into it at the smallest size has more, and breaks that are written count
        String long5 = "{\\fs10\\copyfit100\\copyfitlines1 " + WORDS + "}";
        assertTrue(lines(long5, 60, 200) > 1);
        assertEquals(2, lines("{\\fs10\\copyfit60\\copyfitlines1 A\\line B}", 100, 200));
        assertEquals(30, sizes("{\\fs10\\copyfit60\\copyfitlines1 A\\line B}", 100, 200)[0]);
    }

    @Test
    void linesBeyondTheMostAreLeftOut() {
        LineLimit limit = new LineLimit();
        List<TextLine> three = List.of(line(), line(), line());
        assertEquals(3, limit.cut(three, 0).size());
        assertEquals(3, limit.cut(three, 4).size());
        assertEquals(1, limit.cut(three, 4).size());
        assertEquals(0, limit.cut(three, 4).size());
        assertEquals(2, limit.cut(three, 2).size());
    }

    private static TextLine line() {
        return new TextLine(List.of(), 0, 0, 0, 0, 0, 0, 0);
    }
}
