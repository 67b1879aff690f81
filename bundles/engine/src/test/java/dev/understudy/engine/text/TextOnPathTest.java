package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.path.PathDataReader;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.PathSection;
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
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text along paths, against the same text in a box. */
class TextOnPathTest {

    private static final PixelSize BOX = new PixelSize(240, 160);
    private static final String SQUARE = "M60,60L160,60,160,160,60,160Z";

    private static TypesetText set(String text, String path, PathSection section, PixelSize box) throws ServeException {
        TextShape shape = new TextShape.OnPath(PathDataReader.read(path), section);
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

    /** The opacity of each pixel of the box and around it. */
    private static int[][] ink(TypesetText text) throws ServeException {
        Region extent = text.extent();
        Pixels drawn = text.draw(Affine.IDENTITY, extent);
        int[][] ink = new int[extent.width()][extent.height()];
        for (int x = 0; x < ink.length; x++) {
            for (int y = 0; y < ink[x].length; y++) {
                ink[x][y] = drawn.alpha().at(x, y);
            }
        }
        return ink;
    }

    private static int[][] onPath(String text, String path) throws ServeException {
        return ink(set(text, path, PathSection.WHOLE, BOX));
    }

    /** The rectangle of ink: left, top, right, bottom. */
    private static int[] bounds(int[][] ink) {
        int[] bounds = {ink.length, ink[0].length, 0, 0};
        for (int x = 0; x < ink.length; x++) {
            for (int y = 0; y < ink[x].length; y++) {
                if (ink[x][y] > 60) {
                    bounds[0] = Math.min(bounds[0], x);
                    bounds[1] = Math.min(bounds[1], y);
                    bounds[2] = Math.max(bounds[2], x + 1);
                    bounds[3] = Math.max(bounds[3], y + 1);
                }
            }
        }
        return bounds;
    }

    /** The reference has \\li and \\ri place text along a path. */
    @Test
    void indentsTakeAPartOfThePath() throws ServeException {
        String path = "M20,80L220,80";
        int[] plain = bounds(inkOfFree("{\\fs40 Words}", path));
        int[] left = bounds(inkOfFree("{\\li600\\fs40 Words}", path));
        int[] right = bounds(inkOfFree("{\\qr\\ri400\\fs40 Words}", path));
        int[] free = bounds(inkOfFree("{\\qr\\fs40 Words}", path));
        assertEquals(plain[0] + 30, left[0], 1);
        assertEquals(free[2] - 20, right[2], 1);
        // 20 of its pixels are left, which hold the first letter
        int[] narrow = bounds(inkOfFree("{\\li2000\\ri1600\\fs40 Words}", path));
        assertEquals(120, narrow[0], 1);
        assertTrue(narrow[2] <= 140, narrow[2] + "");
    }

    /** The ink of text in a layer without a size, where the path has it. */
    private static int[][] inkOfFree(String text, String path) throws ServeException {
        TypesetText set = set(text, path, PathSection.WHOLE, PixelSize.NONE);
        Point anchor = Objects.requireNonNull(set.anchor());
        Pixels drawn =
                set.draw(Affine.translation(-anchor.x(), -anchor.y()), new Region(0, 0, BOX.width(), BOX.height()));
        int[][] ink = new int[BOX.width()][BOX.height()];
        for (int x = 0; x < ink.length; x++) {
            for (int y = 0; y < ink[x].length; y++) {
                ink[x][y] = drawn.alpha().at(x, y);
            }
        }
        return ink;
    }

    private static int difference(int[][] one, int[][] other) {
        int largest = 0;
        for (int x = 0; x < one.length; x++) {
            for (int y = 0; y < one[x].length; y++) {
                largest = Math.max(largest, Math.abs(one[x][y] - other[x][y]));
            }
        }
        return largest;
    }

    /** Letters that kern, are joined, have marks, run from right to left, or both ways, in several styles. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\\fs48 AVATAR fiffi}",
                "{\\fs48 \\u1513?\\u1500?\\u1493?\\u1501? abc 12}",
                "{\\fs48 \\u1575?\\u1604?\\u1587?\\u1604?\\u1575?\\u1605?}",
                "{\\fs48 \\u2344?\\u2350?\\u2360?\\u2381?\\u2340?\\u2375? \\u2325?\\u2367?}",
                "{\\fs48 a\\u769?e\\u770? {\\b bold} x{\\super 2}}"
            })
    void onAStraightLineItIsAsInABox(String text) throws ServeException {
        TypesetText plain = new Typesetter(FontShelf.builtIn()).set("{\\ql" + text + "}", TextAttributes.DEFAULT, BOX);
        int[][] expected = ink(plain);
        int[] at = bounds(expected);
        int[][] once = onPath(text, "M0,80L239,80");
        int[] there = bounds(once);
        assertEquals(at[2] - at[0], there[2] - there[0], 1, text);
        assertEquals(at[3] - at[1], there[3] - there[1], 1, text);
        long sum = 0;
        long expectedSum = 0;
        for (int x = 0; x < 240; x++) {
            for (int y = 0; y < 160; y++) {
                sum += once[x][y];
                expectedSum += expected[x][y];
            }
        }
        assertEquals(expectedSum, sum, expectedSum / 50.0, text);
    }

    @Test
    void lettersStandOnThePathAndTurnWithIt() throws ServeException {
        int[] across = bounds(onPath("{\\fs48 HIH}", "M10,80L230,80"));
        assertEquals(80, across[3], 1);
        assertTrue(across[0] >= 10 && across[0] < 15);
        int[] down = bounds(onPath("{\\fs48 HIH}", "M100,10L100,150"));
        assertEquals(100, down[0], 1);
        assertEquals(across[2] - across[0], down[3] - down[1], 1);
        assertTrue(down[1] >= 10 && down[1] < 15);
        int[] back = bounds(onPath("{\\fs48 HIH}", "M230,80L10,80"));
        assertEquals(80, back[1], 1);
        assertTrue(back[2] <= 230 && back[2] > 225);
    }

    @Test
    void reversedIsAlongThePathTheOtherWayRound() throws ServeException {
        PathSection reversed = new PathSection(true, 0, 1);
        int[][] there = ink(set("{\\fs40 Hello}", "M20,100C80,20,140,20,200,120", reversed, BOX));
        assertTrue(difference(onPath("{\\fs40 Hello}", "M200,120C140,20,80,20,20,100"), there) < 24);
    }

    @Test
    void aSectionIsAPartOfThePath() throws ServeException {
        int[][] part = ink(set("{\\fs40 Hi}", "M0,80L200,80", new PathSection(false, 0.25, 0.75), BOX));
        assertEquals(0, difference(onPath("{\\fs40 Hi}", "M50,80L150,80"), part));
        int[][] back = ink(set("{\\fs40 Hi}", "M0,80L200,80", new PathSection(true, 0.25, 0.75), BOX));
        assertEquals(0, difference(onPath("{\\fs40 Hi}", "M150,80L50,80"), back));
    }

    @Test
    void aClosedPathGoesOnBehindItsStart() throws ServeException {
        int[][] around = ink(set("{\\fs24 round the corner}", SQUARE, new PathSection(false, 0.75, 1.75), BOX));
        int[][] open = onPath("{\\fs24 round the corner}", "M60,160L60,60,160,60,160,160,60,160");
        assertEquals(0, difference(open, around));
    }

    @Test
    void whatHasNoRoomGoesOnWithTheNextPath() throws ServeException {
        String two = "M0,40L100,40M0,100L100,100";
        int[][] both = onPath("{\\fs40 first second}", two);
        int[][] first = onPath("{\\fs40 first}", two);
        int[][] second = onPath("{\\fs40 second}", "M0,100L100,100");
        for (int x = 0; x < 240; x++) {
            for (int y = 0; y < 160; y++) {
                assertEquals(first[x][y] + second[x][y], both[x][y], x + "," + y);
            }
        }
    }

    @Test
    void whatHasNoRoomAtAllIsLeftOut() throws ServeException {
        int[] bounds = bounds(onPath("{\\fs40 " + "M".repeat(50) + "}", "M0,80L100,80"));
        assertTrue(bounds[2] > 80 && bounds[2] <= 100, bounds[2] + "");
        assertEquals(0, difference(onPath("{\\fs40 a}", "M0,80L100,80"), onPath("{\\fs40 a\\par b}", "M0,80L100,80")));
        assertEquals(0, bounds(onPath("{\\fs40 a}", "M10,10"))[2]);
        assertEquals(0, bounds(onPath("{\\fs40 WWW}", "M10,10L12,10"))[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\expnd24", "\\expnd4", "\\expnd-6"})
    void spacedLettersEndWithThePath(String spacing) throws ServeException {
        int[] bounds = bounds(onPath("{\\fs40" + spacing + " " + "M".repeat(50) + "}", "M0,80L200,80"));
        assertTrue(bounds[2] <= 201, "ink up to " + bounds[2]);
        assertTrue(bounds[2] > 170, "ink up to " + bounds[2]);
    }

    @Test
    void madeUpItalicsTakeTheRoomOfUprightLetters() throws ServeException {
        int[] upright = bounds(onPath("{\\fs40 HHHH}", "M0,80L200,80"));
        int[] slanted = bounds(onPath("{\\fs40 H{\\i HH}H}", "M0,80L200,80"));
        assertEquals(upright[2], slanted[2], 1);
    }

    @Test
    void withoutASizeTheLayerIsAsLargeAsTheInk() throws ServeException {
        TypesetText text = set("{\\fs48 HIH}", "M-30,70L300,70", PathSection.WHOLE, PixelSize.NONE);
        assertTrue(
                text.size().width() < 60 && text.size().height() < 25,
                text.size().toString());
        Point anchor = text.anchor();
        // the origin of the path is below the left of the text by so much
        assertEquals(new Point(30, -50, false).x(), anchor.x(), 5);
        assertEquals(-70 + 18, anchor.y(), 3);
        int[] bounds = bounds(ink(text));
        assertTrue(bounds[0] <= 1 && bounds[2] >= text.size().width() - 1);
    }

    @Test
    void alignmentCountsWithoutASizeOnly() throws ServeException {
        Point left = set("{\\fs40 H}", "M0,50L200,50", PathSection.WHOLE, PixelSize.NONE)
                .anchor();
        Point right = set("{\\fs40\\qr H}", "M0,50L200,50", PathSection.WHOLE, PixelSize.NONE)
                .anchor();
        Point middle = set("{\\fs40\\qc H}", "M0,50L200,50", PathSection.WHOLE, PixelSize.NONE)
                .anchor();
        assertEquals(-200 + 15, right.x(), 6);
        assertEquals((left.x() + right.x()) / 2, middle.x(), 1);
        assertEquals(0, difference(onPath("{\\fs40 H}", "M0,50L200,50"), onPath("{\\fs40\\qr H}", "M0,50L200,50")));
    }

    @Test
    void textReachesBeyondTheRectangleOfALayerWithASize() throws ServeException {
        TypesetText text = set("{\\fs48 HIH}", "M-20,10L300,10", PathSection.WHOLE, BOX);
        assertEquals(BOX, text.size());
        assertNull(text.anchor());
        assertTrue(
                text.extent().x() < -10 && text.extent().y() < 0, text.extent().toString());
        TypesetText high = set("{\\fs48 HIH}", "M0,30L300,30", PathSection.WHOLE, new PixelSize(100, 0));
        assertEquals(new PixelSize(100, 30), high.size());
    }
}
