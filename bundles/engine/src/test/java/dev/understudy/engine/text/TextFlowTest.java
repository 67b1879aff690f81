package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.path.PathDataReader;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.PathData;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.engine.plan.TextShape;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in areas and at angles, against what lies in the area and against text in a box. */
class TextFlowTest {

    private static final String LONG =
            "Lines of text fill a shape from its top, each as long as there is room for it. ";
    private static final String CIRCLE =
            "M200,100C200,155.23,155.23,200,100,200C44.77,200,0,155.23,0,100C0,44.77,44.77,0,100,0C155.23,0,200,44.77,200,100Z";
    private static final PixelSize BOX = new PixelSize(200, 200);

    private static TextShape in(String area, String excluded, double angle) {
        PathData without = excluded.isEmpty() ? null : PathDataReader.read(excluded);
        return new TextShape.InPath(PathDataReader.read(area), without, angle);
    }

    private static TextShape angled(double degrees) {
        return new TextShape.InBox(degrees, true);
    }

    private static TypesetText set(String text, TextShape shape, PixelSize box) throws ServeException {
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

    private static double height(int[][] ink) {
        int top = ink[0].length;
        int bottom = 0;
        for (int[] column : ink) {
            for (int y = 0; y < column.length; y++) {
                if (column[y] > 60) {
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return bottom - top;
    }

    /** A rectangle is filled as a box of its size is; a circle holds larger text than its inner square does. */
    @Test
    void copyFittingFillsAreas() throws ServeException {
        String square = "M0,0L200,0,200,200,0,200Z";
        for (String text : List.of(
                "{\\fs10\\copyfit200 " + LONG + "}",
                "{\\fs10\\copyfit60\\copyfitlines2 Some words of it}",
                "{\\fs10\\copyfit100\\copyfitmaxlines1 Words}",
                "{\\fs40\\copyfit80\\copyfitmaxlines2 " + LONG + LONG + "}",
                "{\\fs10\\copyfit100 One\\line two\\par {\\fs20\\copyfit90 three}}")) {
            int[][] area = ink(set(text, in(square, "", 0), BOX));
            int[][] box = ink(set(text, TextShape.BOX, BOX));
            assertEquals(height(box), height(area), 3, text);
        }
        int[][] circle = ink(set("{\\fs10\\copyfit300 " + LONG + "}", in(CIRCLE, "", 0), BOX));
        assertTrue(height(circle) > 150, height(circle) + "");
        int[][] fixed = ink(set("{\\fs10 " + LONG + "}", in(CIRCLE, "", 0), BOX));
        assertTrue(height(fixed) < 80, height(fixed) + "");
        int[][] turned = ink(set("{\\fs10\\copyfit300 " + LONG + "}", angled(30), BOX));
        assertTrue(height(turned) > 150, height(turned) + "");
    }

    /** Lines beyond the limit are left out, pieces on one base line being one. */
    @Test
    void linesAreLimitedInAreas() throws ServeException {
        String hole = "M90,0L110,0,110,200,90,200Z";
        int[][] two = ink(set("{\\fs24\\copyfitmaxlines2 " + LONG + "}", in(CIRCLE, hole, 0), BOX));
        int[][] all = ink(set("{\\fs24 " + LONG + "}", in(CIRCLE, hole, 0), BOX));
        assertTrue(height(two) > 18 && height(two) < 32, height(two) + "");
        assertTrue(height(all) > 45, height(all) + "");
    }

    /** The opacity of each pixel of the box. */
    private static int[][] ink(TypesetText text) throws ServeException {
        PixelSize size = text.size();
        Pixels drawn = text.draw(Affine.IDENTITY, new Region(0, 0, size.width(), size.height()));
        int[][] ink = new int[size.width()][size.height()];
        for (int x = 0; x < size.width(); x++) {
            for (int y = 0; y < size.height(); y++) {
                ink[x][y] = drawn.alpha().at(x, y);
            }
        }
        return ink;
    }

    /** The same, drawn larger by the scale and averaged. */
    private static int[][] averagedInk(TypesetText text, int scale) throws ServeException {
        PixelSize size = text.size();
        Pixels drawn =
                text.draw(Affine.scaling(scale, scale), new Region(0, 0, size.width() * scale, size.height() * scale));
        int[][] ink = new int[size.width()][size.height()];
        for (int x = 0; x < size.width() * scale; x++) {
            for (int y = 0; y < size.height() * scale; y++) {
                ink[x / scale][y / scale] += drawn.alpha().at(x, y);
            }
        }
        for (int[] column : ink) {
            Arrays.setAll(column, y -> Math.round((float) column[y] / (scale * scale)));
        }
        return ink;
    }

    private static int[][] turnedRight(int[][] ink) {
        int height = ink[0].length;
        int[][] turned = new int[height][ink.length];
        for (int x = 0; x < ink.length; x++) {
            for (int y = 0; y < height; y++) {
                turned[height - 1 - y][x] = ink[x][y];
            }
        }
        return turned;
    }

    private static long sum(int[][] ink) {
        long sum = 0;
        for (int[] column : ink) {
            for (int alpha : column) {
                sum += alpha;
            }
        }
        return sum;
    }

    private static int top(int[][] ink) {
        for (int y = 0; y < ink[0].length; y++) {
            for (int[] column : ink) {
                if (column[y] > 60) {
                    return y;
                }
            }
        }
        return -1;
    }

    private static void assertAlike(int[][] expected, int[][] actual, int tolerance) {
        assertEquals(expected.length, actual.length);
        for (int x = 0; x < expected.length; x++) {
            for (int y = 0; y < expected[x].length; y++) {
                assertEquals(expected[x][y], actual[x][y], tolerance, x + "," + y);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 30, 90, -135})
    void inkLiesInTheAreaAndNotInWhatIsExcluded(double angle) throws ServeException {
        String diamond = "M130,100L100,130,70,100,100,70Z";
        int[][] ink = ink(set("{\\fs20 " + LONG.repeat(6) + "}", in(CIRCLE, diamond, angle), BOX));
        for (int x = 0; x < 200; x++) {
            for (int y = 0; y < 200; y++) {
                if (ink[x][y] > 60) {
                    double fromMiddle = Math.hypot(x + 0.5 - 100, y + 0.5 - 100);
                    assertTrue(fromMiddle < 101.5, x + "," + y);
                    assertTrue(Math.abs(x + 0.5 - 100) + Math.abs(y + 0.5 - 100) > 27, x + "," + y);
                }
            }
        }
        assertTrue(sum(ink) > 255 * 2500, "" + sum(ink));
    }

    @Test
    void inARectangleItIsAsInABox() throws ServeException {
        String text = "{\\fs24 " + LONG + "{\\b bold\\par}\\qc next {\\fs40 large} paragraph\\par\\qr{\\super 2} end}";
        int[][] flown = ink(set(text, in("M0,0L200,0,200,200,0,200Z", "", 0), BOX));
        assertAlike(ink(set(text, TextShape.BOX, BOX)), flown, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\\fs24 A line or two that go down\\par\\qr end}",
                "{\\fs24\\vertalb low \\u1513?\\u1500?\\u1493?\\u1501?}",
                "{\\fs24\\vertalc\\qc middle}"
            })
    void aQuarterTurnIsATurnedBox(String text) throws ServeException {
        PixelSize box = new PixelSize(150, 120);
        TypesetText upright = set(text, TextShape.BOX, new PixelSize(120, 150));
        int[][] right = turnedRight(averagedInk(upright, 8));
        assertAlike(right, averagedInk(set(text, angled(90), box), 8), 4);
        int[][] left = turnedRight(turnedRight(right));
        assertAlike(left, averagedInk(set(text, angled(-90), box), 8), 4);
        // at its own scale, edges are finer along lines of pixels than across
        assertAlike(turnedRight(ink(upright)), ink(set(text, angled(90), box)), 24);
    }

    @ParameterizedTest
    @ValueSource(doubles = {30, 90, -90, 135, 180})
    void marginsAreThoseOfTheBox(double angle) throws ServeException {
        String margins = "\\margl600\\margt400\\margr200\\margb800";
        int[][] ink = ink(set("{\\fs20" + margins + " " + LONG.repeat(6) + "}", angled(angle), BOX));
        int[] free = {ink.length, ink[0].length, 0, 0};
        for (int x = 0; x < ink.length; x++) {
            for (int y = 0; y < ink[x].length; y++) {
                if (ink[x][y] > 60) {
                    free = new int[] {
                        Math.min(free[0], x), Math.min(free[1], y), Math.max(free[2], x + 1), Math.max(free[3], y + 1)
                    };
                }
            }
        }
        // letters stand in cells that are higher than they are
        assertTrue(free[0] >= 29 && free[0] < 45, "left: " + free[0]);
        assertTrue(free[1] >= 19 && free[1] < 35, "top: " + free[1]);
        assertTrue(free[2] <= ink.length - 9 && free[2] > ink.length - 30, "right: " + free[2]);
        assertTrue(free[3] <= ink[0].length - 39 && free[3] > ink[0].length - 60, "bottom: " + free[3]);
    }

    @Test
    void indentsCountAtAnAngle() throws ServeException {
        PixelSize box = new PixelSize(150, 120);
        for (String indents : List.of("\\li400", "\\ri600\\qr", "\\fi500", "\\li600\\fi-300", "\\qj\\li200\\ri200")) {
            String text = "{\\fs24" + indents + " A line or two that go down\\par end}";
            int[][] upright = averagedInk(set(text, TextShape.BOX, new PixelSize(120, 150)), 8);
            assertAlike(turnedRight(upright), averagedInk(set(text, angled(90), box), 8), 4);
        }
    }

    @Test
    void aWidthAloneCutsNothingOff() throws ServeException {
        TypesetText narrow = set("{\\fs40 Long words at an angle}", angled(20), new PixelSize(40, 0));
        TypesetText free = set("{\\fs40 Long words at an angle}", angled(20), PixelSize.NONE);
        assertEquals(40, narrow.size().width());
        // extents end with the ink, sizes with the cells of letters
        assertEquals(free.size().width(), narrow.extent().x() + narrow.extent().width(), 12);
    }

    @Test
    void withoutASizeTheBoxIsTurned() throws ServeException {
        String text = "{\\fs32 Turned\\par text}";
        int[][] plain = ink(set(text, TextShape.BOX, PixelSize.NONE));
        TypesetText turned = set(text, angled(180), PixelSize.NONE);
        int[][] ink = ink(turned);
        assertEquals(sum(plain), sum(ink), sum(plain) / 50.0);
        assertEquals(plain.length, ink.length);
        PixelSize upright = set(text, TextShape.BOX, PixelSize.NONE).size();
        PixelSize quarter = set(text, angled(90), PixelSize.NONE).size();
        assertEquals(new PixelSize(upright.height(), upright.width()), quarter);
        assertEquals(
                new PixelSize(upright.height(), 200),
                set(text, angled(90), new PixelSize(0, 200)).size());
        assertEquals(
                100,
                set("{\\fs24 " + LONG + "}", angled(180), new PixelSize(100, 0))
                        .size()
                        .width());
    }

    @Test
    void whatHasNoRoomIsLeftOutInWholeLines() throws ServeException {
        String square = "M0,0L100,0,100,40,0,40Z";
        int[][] ink = ink(set("{\\fs24 " + LONG.repeat(3) + "}", in(square, "", 0), BOX));
        int[][] two = ink(set("{\\fs24 Lines of text fill a}", in(square, "", 0), BOX));
        assertTrue(sum(ink) >= sum(two));
        for (int x = 0; x < 200; x++) {
            for (int y = 34; y < 200; y++) {
                assertEquals(0, ink[x][y]);
            }
        }
        assertEquals(0, sum(ink(set("{\\fs24 x}", in("M0,0L9,0,9,9Z", "", 0), BOX))));
        assertEquals(0, sum(ink(set("{\\fs24 x}", in("M0,0", "", 0), BOX))));
    }

    @Test
    void wordsThatFitNowhereAreBroken() throws ServeException {
        int[][] ink = ink(set("{\\fs24 Donaudampfschifffahrtsgesellschaft}", in("M0,0L80,0,80,99,0,99Z", "", 0), BOX));
        int[][] plain = ink(set("{\\fs24 Donaudampfschifffahrtsgesellschaft}", TextShape.BOX, new PixelSize(400, 30)));
        assertEquals(sum(plain), sum(ink), sum(plain) / 25.0);
    }

    @Test
    void textStandsAtTheTopInTheMiddleOrAtTheBottom() throws ServeException {
        int top = top(ink(set("{\\fs24 HIH}", in(CIRCLE, "", 0), BOX)));
        int middle = top(ink(set("{\\fs24\\vertalc HIH}", in(CIRCLE, "", 0), BOX)));
        int bottom = top(ink(set("{\\fs24\\vertalb HIH}", in(CIRCLE, "", 0), BOX)));
        assertTrue(top < 20 && bottom > 175, top + " " + bottom);
        assertEquals((top + bottom) / 2.0, middle, 2);
    }

    @Test
    void withoutASizeTheLayerIsAsLargeAsTheInkAndLiesByThePath() throws ServeException {
        TextShape shape = in("M50,60L150,60,150,160,50,160Z", "", 0);
        int[][] sized = ink(set("{\\fs24 Some words go here}", shape, BOX));
        TypesetText free = set("{\\fs24 Some words go here}", shape, PixelSize.NONE);
        Point anchor = free.anchor();
        assertNotNull(anchor);
        int[][] ink = ink(free);
        for (int x = 0; x < ink.length; x++) {
            for (int y = 0; y < ink[x].length; y++) {
                assertEquals(sized[x - (int) anchor.x()][y - (int) anchor.y()], ink[x][y], 2);
            }
        }
        assertEquals(sum(sized), sum(ink), sum(ink) / 100.0);
    }

    @Test
    void hugeAreasAreRefusedOrDoneSoon() throws ServeException {
        TextShape huge = in("M0,0C900000,0,0,900000,900000,900000C0,0,900000,0,0,900000Z", "", 3);
        try {
            set("{\\fs2 " + LONG.repeat(120) + "}", huge, PixelSize.NONE);
        } catch (ServeException e) {
            assertTrue(
                    e.failure().message().contains("textFlowPath"), e.failure().message());
        }
    }
}
