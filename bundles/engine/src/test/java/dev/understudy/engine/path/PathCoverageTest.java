package dev.understudy.engine.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.EmbeddedPath.Combination;
import dev.understudy.image.EmbeddedPath.Knot;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PathCoverageTest {

    private static final Region AREA = new Region(-5, -3, 60, 50);

    private static PathArea drawn(String path) {
        return PathArea.of(PathDataReader.read(path));
    }

    private static ClipArea inside(PathArea... areas) {
        return new ClipArea(List.of(areas), List.of());
    }

    private static Plane draw(ClipArea clip) throws Exception {
        return PathCoverage.of(clip, Affine.IDENTITY, AREA);
    }

    private static double area(Plane plane) {
        double sum = 0;
        for (byte sample : plane.samples()) {
            sum += (sample & 0xff) / 255.0;
        }
        return sum;
    }

    @Test
    void rectanglesAreExactAlongRowsAndToASixteenthDownThem() throws Exception {
        Plane plane = draw(inside(drawn("M10.3,5.25L20.5,5.25,20.5,9,10.3,9Z")));
        assertEquals(255, plane.at(20, 11));
        assertEquals(Math.round(255 * 0.7), plane.at(15, 10), 1);
        assertEquals(Math.round(255 * 0.75), plane.at(20, 8), 1);
        assertEquals(Math.round(255 * 0.5), plane.at(25, 10), 1);
        assertEquals(0, plane.at(26, 10));
        assertEquals(0, plane.at(20, 12));
        assertEquals(10.2 * 3.75, area(plane), 0.05);
    }

    static Stream<ClipArea> clips() {
        PathArea star = drawn("M25,2L38,43L4,17L46,17L12,43");
        PathArea circle = drawn("M10,25C10,16.716,16.716,10,25,10C33.284,10,40,16.716,40,25C40,33.284,33.284,40,25,40"
                + "C16.716,40,10,33.284,10,25Z");
        PathArea rings = drawn("M5,5L45,5L45,45L5,45ZM15,15L15,35L35,35L35,15Z");
        PathArea loops = drawn("M-40,20C90,-60,90,110,-40,30M20,20l9,0l0,9");
        return Stream.of(
                inside(star),
                inside(circle),
                inside(rings),
                inside(loops),
                inside(star, circle),
                new ClipArea(List.of(circle), List.of(star)),
                new ClipArea(List.of(rings), List.of(circle, loops)),
                inside(combined(Combination.EXCLUDE, Combination.EXCLUDE)),
                inside(combined(Combination.UNITE, Combination.UNITE)),
                inside(combined(Combination.UNITE, Combination.SUBTRACT)),
                inside(combined(Combination.UNITE, Combination.INTERSECT)),
                inside(combined(Combination.SUBTRACT, Combination.UNITE)),
                inside(combined(Combination.SUBTRACT, Combination.SUBTRACT)));
    }

    /** Two squares that overlap, and a curved leaf. */
    private static PathArea combined(Combination first, Combination second) {
        return PathArea.of(new EmbeddedPath(
                        "any",
                        false,
                        List.of(
                                square(first, 0.1, 0.5),
                                square(second, 0.3, 0.7),
                                new EmbeddedPath.Subpath(
                                        false,
                                        second,
                                        List.of(
                                                new Knot(0.6, 0.2, 0.6, 0.2, 0.9, 0.2),
                                                new Knot(0.9, 0.9, 0.6, 0.9, 0.6, 0.9))))))
                .mapped(Affine.scaling(50, 40));
    }

    private static EmbeddedPath.Subpath square(Combination combination, double from, double to) {
        return new EmbeddedPath.Subpath(
                true,
                combination,
                List.of(Knot.corner(from, from), Knot.corner(to, from), Knot.corner(to, to), Knot.corner(from, to)));
    }

    /** Counted out at 16 x 16 places a pixel, with rays. */
    @ParameterizedTest
    @MethodSource("clips")
    void coversWhatRaysSay(ClipArea clip) throws Exception {
        Plane plane = draw(clip);
        SlowClip slow = new SlowClip(clip);
        for (int y = 0; y < AREA.height(); y++) {
            for (int x = 0; x < AREA.width(); x++) {
                double wanted = 255 * slow.coverage(AREA.x() + x, AREA.y() + y);
                assertEquals(wanted, plane.at(x, y), 20, (AREA.x() + x) + "," + (AREA.y() + y));
            }
        }
    }

    @Test
    void aPartIsThatPartOfTheWhole() throws Exception {
        for (ClipArea clip : clips().toList()) {
            Plane whole = draw(clip);
            Plane part = PathCoverage.of(clip, Affine.IDENTITY, new Region(13, 7, 20, 11));
            for (int y = 0; y < 11; y++) {
                for (int x = 0; x < 20; x++) {
                    assertEquals(whole.at(18 + x, 10 + y), part.at(x, y), 1);
                }
            }
        }
    }

    @Test
    void nothingIsEnclosedByNothing() throws Exception {
        assertEquals(0, area(draw(inside(drawn("M5,5")))));
        assertEquals(0, area(draw(inside(drawn("M5,5L20,20Z")))));
        assertEquals(60 * 50, area(draw(new ClipArea(List.of(), List.of(drawn("M5,5L20,20Z"))))));
        assertEquals(60 * 50, area(draw(inside(drawn("M-1e6,-1e6L1e6,-1e6,1e6,1e6,-1e6,1e6Z")))));
    }

    @Test
    void boundsAreThoseOfTheCurveNotOfItsControlPoints() {
        Box bounds = drawn("M0,0C0,40,30,40,30,0Z").bounds();
        assertEquals(30, bounds.bottom(), 1e-9);
        assertEquals(0, bounds.top());
        assertEquals(30, bounds.right());
        Box inflected = drawn("M0,0C60,10,-30,20,30,30").bounds();
        assertTrue(inflected.left() < 0 || inflected.right() > 30 || inflected.left() == 0);
        assertEquals(new Box(5, 5, 5, 5), drawn("M5,5").bounds());
    }

    @Test
    void hostilePathsTakeTheirTimeAndNoMore() throws Exception {
        Random random = new Random(4);
        StringBuilder scribble = new StringBuilder("M0,0L");
        for (int i = 0; i < 1500; i++) {
            scribble.append(i == 0 ? "" : ",")
                    .append(random.nextInt(100) - 20)
                    .append(',')
                    .append(random.nextInt(100) - 20);
        }
        PathArea area = drawn(scribble.toString());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> draw(inside(area)));
        EmbeddedPath.Subpath[] many = new EmbeddedPath.Subpath[1000];
        Arrays.setAll(many, i -> square(i % 2 == 0 ? Combination.UNITE : Combination.SUBTRACT, 0.1, 0.9));
        PathArea alternating =
                PathArea.of(new EmbeddedPath("any", false, List.of(many))).mapped(Affine.scaling(50, 40));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> draw(inside(alternating)));
    }

    @Test
    void memoryCountsTheLinesOfCurves() {
        ClipArea one = inside(drawn("M0,0C0,40,30,40,30,0Z"));
        long small = PathCoverage.memory(one, Affine.IDENTITY, AREA);
        long large = PathCoverage.memory(one, Affine.scaling(100, 100), AREA);
        assertTrue(small > AREA.area());
        assertTrue(large > small);
    }
}
