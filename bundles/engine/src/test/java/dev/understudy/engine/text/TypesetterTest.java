package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.plan.Smoothing;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextAttributes.Sizing;
import dev.understudy.engine.plan.TextAttributes.Wrap;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import org.junit.jupiter.api.Test;

class TypesetterTest {

    private static final String LONG = "The file of the image does not exist, and nobody knows where it has gone. ";

    private final Typesetter typesetter = new Typesetter(FontShelf.builtIn());

    private TypesetText set(String text, int width, int height) throws ServeException {
        return typesetter.set(text, TextAttributes.DEFAULT, new PixelSize(width, height));
    }

    private static Pixels drawn(TypesetText text) throws ServeException {
        PixelSize size = text.size();
        return text.draw(Affine.IDENTITY, new Region(0, 0, size.width(), size.height()));
    }

    /** The rectangle of what is not transparent. */
    private static Region ink(Pixels pixels) {
        int left = pixels.width();
        int top = pixels.height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                if (pixels.alpha().at(x, y) > 60) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return new Region(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    @Test
    void withoutASizeTheBoxIsThatOfTheText() throws Exception {
        TypesetText one = set("Seeding", 0, 0);
        TypesetText two = set("Seeding\\par Seeding", 0, 0);
        assertEquals(one.size().width(), two.size().width());
        assertEquals(2.0 * one.size().height(), two.size().height(), 1);
        Region ink = ink(drawn(one));
        assertTrue(ink.width() > 0.9 * one.size().width() && ink.height() > 8, ink.toString());
        assertEquals(16, one.size().height(), 2);
    }

    @Test
    void theHeightFollowsWhenOnlyTheWidthIsGiven() throws Exception {
        TypesetText text = set(LONG, 100, 0);
        assertEquals(100, text.size().width());
        assertTrue(text.size().height() > 60);
        Region ink = ink(drawn(text));
        assertTrue(ink.width() <= 100 && ink.height() > text.size().height() - 16);
    }

    @Test
    void resolutionEnlarges() throws Exception {
        PixelSize normal = set("Seeding", 0, 0).size();
        TextAttributes twice = new TextAttributes(144, Smoothing.NORM, Sizing.FIXED, Wrap.WRAP);
        PixelSize enlarged = typesetter.set("Seeding", twice, PixelSize.NONE).size();
        assertEquals(2.0 * normal.width(), enlarged.width(), 2);
    }

    @Test
    void whatDoesNotFitIsCutOff() throws Exception {
        TypesetText text = set(LONG.repeat(5), 120, 40);
        assertEquals(new PixelSize(120, 40), text.size());
        assertTrue(ink(drawn(text)).height() >= 36);
    }

    @Test
    void fittedTextIsMadeSmallerUntilItFits() throws Exception {
        PixelSize box = new PixelSize(200, 60);
        TypesetText text = typesetter.set(LONG.repeat(4), TextAttributes.FITTED, box);
        TypesetText same =
                typesetter.set(LONG.repeat(4), new TextAttributes(720, Smoothing.NORM, Sizing.MAX, Wrap.WRAP), box);
        Region ink = ink(drawn(text));
        assertTrue(ink.height() > 48 && ink.height() < 60, ink.toString());
        Region again = ink(drawn(same));
        assertEquals(ink.width(), again.width(), 1);
        assertEquals(ink.height(), again.height(), 1);
        // what fits keeps its size
        TypesetText small = typesetter.set("Hi", TextAttributes.FITTED, box);
        assertTrue(ink(drawn(small)).height() < 14);
    }

    @Test
    void automaticTextFillsItsBox() throws Exception {
        TypesetText text = typesetter.set(
                "Hi", new TextAttributes(72, Smoothing.NORM, Sizing.AUTO, Wrap.WRAP), new PixelSize(400, 100));
        assertTrue(ink(drawn(text)).height() > 45);
    }

    @Test
    void wordsThatAreTooLongAreBrokenOrNot() throws Exception {
        String word = "Donaudampfschifffahrtsgesellschaft";
        assertTrue(set(word, 80, 0).size().height() > 40);
        TextAttributes whole = new TextAttributes(72, Smoothing.NORM, Sizing.FIXED, Wrap.BETWEEN_WORDS);
        assertTrue(typesetter.set(word, whole, new PixelSize(80, 0)).size().height() < 20);
        assertTrue(typesetter
                        .set("two " + word, whole, new PixelSize(80, 0))
                        .size()
                        .height()
                > 30);
        TextAttributes unbroken = new TextAttributes(72, Smoothing.NORM, Sizing.FIXED, Wrap.NONE);
        assertTrue(typesetter.set(LONG, unbroken, new PixelSize(80, 0)).size().height() < 20);
    }

    @Test
    void textStandsAtTheSidesOfItsBox() throws Exception {
        Region start = ink(drawn(set("x", 200, 100)));
        Region end = ink(drawn(set("\\vertalb\\qr x", 200, 100)));
        Region middle = ink(drawn(set("\\vertalc\\qc x", 200, 100)));
        assertTrue(start.x() < 4 && start.y() < 20);
        assertTrue(end.x() > 190 && end.y() > 85);
        assertEquals(100, middle.x() + middle.width() / 2.0, 2);
    }

    @Test
    void colorsAreDrawn() throws Exception {
        Pixels pixels = drawn(set("{\\colortbl;\\red200\\green10\\blue20;}\\cf1\\fs100 M", 0, 0));
        Region ink = ink(pixels);
        int x = ink.x() + 2;
        int y = ink.y() + ink.height() / 2;
        assertEquals(255, pixels.alpha().at(x, y));
        assertEquals(200, pixels.plane(0).at(x, y));
        assertEquals(20, pixels.plane(2).at(x, y));
    }

    @Test
    void drawingAtAScaleIsDrawingAndNotScaling() throws Exception {
        TypesetText text = set("M", 0, 0);
        Region ink = ink(text.draw(Affine.scaling(10, 10), new Region(0, 0, 200, 200)));
        Region part = ink(text.draw(Affine.scaling(10, 10), new Region(ink.x(), ink.y(), 30, 30)));
        assertTrue(ink.height() > 80 && ink.height() < 95, ink.toString());
        assertEquals(0, part.x());
    }

    @Test
    void raisedTextMovesTheLineDownAndIsNotCutOff() throws Exception {
        int plain = set("normal", 0, 0).size().height();
        assertEquals(plain + 20, set("normal{\\up40 raised}", 0, 0).size().height(), 1);
        assertEquals(plain + 10, set("normal{\\dn20 lowered}", 0, 0).size().height(), 1);
    }

    @Test
    void emptyTextIsOneEmptyLine() throws Exception {
        assertTrue(set("", 0, 0).size().height() > 10);
        assertEquals(new PixelSize(50, 20), set("", 50, 20).size());
        assertEquals(0, ink(drawn(set("", 50, 20))).width());
    }

    /** Plain, and as a message that comes out as it is in formatted text. */
    @Test
    void eachLineBreakBeginsALine() throws Exception {
        int[] heights = {16, 33, 49, 65};
        for (String text :
                new String[] {"a", "a\nb", "\na", "a\n", "a\n\nb", "\n\na", "\n\na\n", "\r\n \r\n\n", "\n"}) {
            int height = heights[(int) text.chars().filter(c -> c == '\n').count()];
            assertEquals(height, set(text, 0, 0).size().height(), 1, text);
            assertEquals(
                    height,
                    set("{\\fs24 " + Rtf.literal(text) + "}", 0, 0).size().height(),
                    1,
                    text);
        }
        Region ink = ink(drawn(set("\n\na\n", 0, 0)));
        assertTrue(ink.y() > 33 && ink.y() + ink.height() < 50, ink.toString());
    }

    @Test
    void textWithoutInkIsALineWithoutInk() throws Exception {
        for (String text :
                new String[] {" ", "\t", " \t ", "\u200b", "\u200d\u200c", "\ufeff", "\u00ad", "\u00a0", "\u0007"}) {
            for (String written : new String[] {text, "{\\ul0 " + Rtf.literal(text) + "}"}) {
                TypesetText set = set(written, 0, 0);
                assertEquals(16, set.size().height(), 1, written);
                assertEquals(0, ink(drawn(set)).width(), written);
            }
        }
        assertEquals(ink(drawn(set("a b", 0, 0))), ink(drawn(set("a\tb", 0, 0))));
        assertEquals(ink(drawn(set("ab", 0, 0))), ink(drawn(set("a\u0007b", 0, 0))));
    }

    @Test
    void aVeryLongWordIsBroken() throws Exception {
        PixelSize size = set("W".repeat(9_990), 200, 0).size();
        assertEquals(200, size.width());
        assertEquals(9_990 / 18.0 * 16, size.height(), 900);
    }

    @Test
    void textWithoutEndIsRefused() {
        ServeException thrown = assertThrows(ServeException.class, () -> set("x".repeat(10_001), 10, 10));
        assertEquals(FailureKind.PARAMETER_INVALID, thrown.failure().kind());
        assertTrue(thrown.failure().message().contains("10000 characters"));
    }

    @Test
    void strangeCharactersAreDrawnSomehow() throws Exception {
        for (String strange :
                new String[] {"\u0000\u0001", "\ud800", "\u200f\u05d0\u05d1", "日本語", "a\u0301\u0302", "\ufffe"}) {
            drawn(set(strange, 60, 30));
        }
    }
}
