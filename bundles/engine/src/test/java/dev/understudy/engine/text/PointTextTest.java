package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.engine.plan.TextShape;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text without a size, which stands around a point. */
class PointTextTest {

    private static final String HEBREW = "\\u1513?\\u1500?\\u1493?\\u1501?";

    private static TypesetText set(String text, double angle, PixelSize box) throws ServeException {
        TextShape shape = new TextShape.InBox(angle, true);
        return new Typesetter(FontShelf.builtIn())
                .set(
                        new LayerContent.Text(
                                text,
                                TextDialect.TEXT_PS,
                                List.of(),
                                TextAttributes.DEFAULT,
                                TextFonts.BUILT_IN,
                                shape),
                        box);
    }

    private static Point point(TypesetText text) {
        Point point = text.anchor();
        assertNotNull(point);
        return point;
    }

    /** The rectangle of ink within some rows: left, top, right, bottom; counted from the point. */
    private static double[] ink(TypesetText text, int fromRow, int toRow) throws ServeException {
        PixelSize size = text.size();
        Pixels drawn = text.draw(Affine.IDENTITY, new Region(0, 0, size.width(), size.height()));
        double[] ink = {1e9, 1e9, -1e9, -1e9};
        for (int x = 0; x < size.width(); x++) {
            for (int y = fromRow; y < Math.min(toRow, size.height()); y++) {
                if (drawn.alpha().at(x, y) > 60) {
                    ink[0] = Math.min(ink[0], x - point(text).x());
                    ink[1] = Math.min(ink[1], y - point(text).y());
                    ink[2] = Math.max(ink[2], x + 1 - point(text).x());
                    ink[3] = Math.max(ink[3], y + 1 - point(text).y());
                }
            }
        }
        return ink;
    }

    @ParameterizedTest
    @CsvSource({"\\ql HIH, 0", "\\qc HIH, 0.5", "\\qr HIH, 1", "HIH, 0", "\\ql " + HEBREW + ", 0", HEBREW + ", 1"})
    void theFirstLineStandsAboveThePointAsItIsAligned(String text, double share) throws ServeException {
        double[] ink = ink(set("{\\fs60 " + text + "\\par second}", 0, PixelSize.NONE), 0, 32);
        double width = ink[2] - ink[0];
        assertTrue(width > 30);
        assertEquals(-width * share, ink[0], 3.5);
        assertEquals(0, ink[3], 1);
        assertTrue(ink[1] < -18, "" + ink[1]);
    }

    @Test
    void paragraphsAreOnBothSidesOfThePoint() throws ServeException {
        TypesetText both = set("{\\fs60\\ql HIH\\par\\qr HIH\\par\\qc HIH}", 0, PixelSize.NONE);
        int line = both.size().height() / 3;
        double[] right = ink(both, 0, line);
        double[] left = ink(both, line, 2 * line);
        double[] middle = ink(both, 2 * line, 3 * line);
        assertTrue(right[0] >= 0 && right[0] < 4, "" + right[0]);
        assertTrue(left[2] <= 0 && left[2] > -4, "" + left[2]);
        assertEquals(0, middle[0] + middle[2], 2);
        assertEquals(both.size().width(), right[2] - left[0], 8);
    }

    @Test
    void atAnAngleLinesAreTurnedAroundThePoint() throws ServeException {
        String text = "{\\fs60 HIH\\par I}";
        TypesetText level = set(text, 0, PixelSize.NONE);
        double[] ink = ink(level, 0, 200);
        TypesetText down = set(text, 90, PixelSize.NONE);
        assertEquals(new PixelSize(level.size().height(), level.size().width()), down.size());
        assertEquals(level.size().height() - point(level).y(), point(down).x());
        double[] turned = ink(down, 0, 200);
        assertEquals(-ink[3], turned[0], 1);
        assertEquals(ink[0], turned[1], 1);
        assertEquals(-ink[1], turned[2], 1);
        assertEquals(ink[2], turned[3], 1);
        double[] slanted = ink(set("{\\fs60 HIH}", -45, PixelSize.NONE), 0, 200);
        assertEquals(0, slanted[3], 3);
        assertEquals(-22 / Math.sqrt(2), slanted[0], 4);
    }

    @Test
    void aLayerWithASizeIsPlacedAsUsual() throws ServeException {
        assertNull(set("{\\fs60 HIH}", 0, new PixelSize(100, 0)).anchor());
        assertNull(set("{\\fs60 HIH}", 30, new PixelSize(100, 80)).anchor());
    }
}
