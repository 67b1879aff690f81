package dev.understudy.engine.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.ConvexPolygon;
import dev.understudy.engine.layout.Projective;
import dev.understudy.engine.layout.Vertex;
import dev.understudy.engine.plan.Perspective.Resampling;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import dev.understudy.image.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WarpTest {

    /** Smooth enough to be seen at any size, and different everywhere. */
    private static final DoubleBinaryOperator WAVES =
            (u, v) -> 127 + 60 * Math.sin(u / 9 + 0.4) + 60 * Math.cos(v / 13 - u / 31);

    private static final Region WINDOW = new Region(-30, -20, 200, 170);

    private static Pixels opaque(int side, int value) {
        byte[] samples = new byte[side * side];
        Arrays.fill(samples, (byte) value);
        return rgb(new Plane(side, side, samples));
    }

    private static Pixels rgb(Plane plane) {
        byte[] alpha = new byte[plane.samples().length];
        Arrays.fill(alpha, (byte) 255);
        return new Pixels(
                Samples.RGB, List.of(plane, plane, plane), new Plane(plane.width(), plane.height(), alpha), null);
    }

    private static Pixels waves(int width, int height) {
        byte[] samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) Math.round(WAVES.applyAsDouble(i % width + 0.5, i / width + 0.5));
        }
        return rgb(new Plane(width, height, samples));
    }

    private static Pixels draw(Pixels source, Projective toWindow, Region part, WarpSampling sampling)
            throws ServeException {
        Box box = new Box(0, 0, source.width(), source.height());
        ConvexPolygon outline = ConvexPolygon.of(box).mapped(toWindow);
        return new Warp(source, toWindow.inverse(), outline, sampling).draw(part);
    }

    private static Pixels draw(Pixels source, Affine toWindow, Region part, ResMode mode) throws ServeException {
        return draw(source, Projective.of(toWindow), part, WarpSampling.plain(mode));
    }

    private static double area(Pixels out) {
        double area = 0;
        for (byte alpha : out.alpha().samples()) {
            area += (alpha & 0xff) / 255.0;
        }
        return area;
    }

    @ParameterizedTest
    @EnumSource
    void theEdgeFadesAndTheColorDoesNot(ResMode mode) throws Exception {
        Pixels source = opaque(40, 180);
        Affine toWindow = Affine.translation(-20, 5).then(Affine.rotation(30));
        Pixels out = draw(source, toWindow, new Region(-60, -40, 140, 140), mode);
        int partly = 0;
        for (int i = 0; i < 140 * 140; i++) {
            int alpha = out.alpha().samples()[i] & 0xff;
            if (alpha > 0) {
                assertEquals(180, out.plane(0).samples()[i] & 0xff);
                partly += alpha < 255 ? 1 : 0;
            }
        }
        // about one pixel wide all around, and as large as it was
        assertEquals(200, partly, 60);
        assertEquals(1600, area(out), 1);
    }

    @ParameterizedTest
    @EnumSource
    void movingByWholePixelsChangesNothing(ResMode mode) throws Exception {
        Pixels out = draw(opaque(10, 99), Affine.translation(3, 4), new Region(0, 0, 20, 20), mode);
        assertEquals(0, out.alpha().at(2, 6));
        assertEquals(255, out.alpha().at(3, 4));
        assertEquals(99, out.plane(1).at(12, 13));
        assertEquals(0, out.alpha().at(13, 13));
    }

    /** Each pixel is the mean of what it shows: counted out in 12 x 12 places with a mapping that is solved for by itself. */
    @ParameterizedTest
    @EnumSource
    void pixelsAreTheMeanOfWhatTheyShow(ResMode mode) throws Exception {
        double[] corners = {3.3, 7.7, 130.2, -12, 151, 121.4, -17, 140.1};
        Pixels source = waves(160, 120);
        compare(source, corners, new WarpSampling(Resampling.SUPERSAMPLED, mode, 0, 3), 2);
    }

    @Test
    void theFarSideOfSteepOnesIsTheMeanToo() throws Exception {
        double[] corners = {60, 20, 80, 20, 160, 130, -20, 130};
        Pixels source = waves(300, 600);
        compare(source, corners, new WarpSampling(Resampling.SUPERSAMPLED, ResMode.BICUB, 0, 8), 20);
    }

    @Test
    void mirroredOnesAreMirrored() throws Exception {
        double[] corners = {130.2, -12, 3.3, 7.7, -17, 140.1, 151, 121.4};
        compare(waves(160, 120), corners, new WarpSampling(Resampling.SUPERSAMPLED, ResMode.BICUB, 0, 3), 2);
    }

    @Test
    void bilinearIsBilinearAndNearestHasHardEdges() throws Exception {
        double[] corners = {3.3, 7.7, 130.2, -12, 151, 121.4, -17, 140.1};
        compare(waves(160, 120), corners, new WarpSampling(Resampling.BILINEAR, ResMode.BICUB, 0, 0), 4);
        Pixels nearest = draw(
                opaque(9, 77), onto(corners, 9, 9), WINDOW, new WarpSampling(Resampling.NEAREST, ResMode.BICUB, 0, 0));
        for (byte alpha : nearest.alpha().samples()) {
            assertTrue(alpha == 0 || alpha == -1);
        }
    }

    @Test
    void aPartIsThatPartOfTheWhole() throws Exception {
        double[] corners = {60, 20, 80, 20, 160, 130, -20, 130};
        Pixels source = waves(64, 128);
        for (Resampling resampling : Resampling.values()) {
            WarpSampling sampling = new WarpSampling(resampling, ResMode.BICUB, 100, 4);
            Pixels whole = draw(source, onto(corners, 64, 128), WINDOW, sampling);
            Pixels part = draw(source, onto(corners, 64, 128), new Region(41, 17, 30, 20), sampling);
            for (int y = 0; y < 20; y++) {
                for (int x = 0; x < 30; x++) {
                    assertEquals(
                            whole.plane(0).at(41 + 30 + x, 17 + 20 + y),
                            part.plane(0).at(x, y));
                }
            }
        }
    }

    /** A window that begins elsewhere, as that of {@code rect=} does. */
    @Test
    void irregularPlacesGoWithTheImage() throws Exception {
        double[] corners = {60, 20, 80, 20, 160, 130, -20, 130};
        double[] moved = {47, 3, 67, 3, 147, 113, -33, 113};
        Pixels source = waves(64, 128);
        Pixels here = draw(source, onto(corners, 64, 128), new Region(40, 30, 30, 20), jittered(100));
        Pixels there = draw(source, onto(moved, 64, 128), new Region(27, 13, 30, 20), jittered(100));
        assertArrayEquals(here.plane(0).samples(), there.plane(0).samples());
    }

    @Test
    void jitterMovesSamples() throws Exception {
        double[] corners = {10, 10, 110, 20, 120, 100, 0, 110};
        Pixels source = waves(400, 400);
        Pixels still = draw(source, onto(corners, 400, 400), WINDOW, jittered(0));
        Pixels moved = draw(source, onto(corners, 400, 400), WINDOW, jittered(100));
        int different = 0;
        for (int i = 0; i < still.plane(0).samples().length; i++) {
            int difference =
                    (still.plane(0).samples()[i] & 0xff) - (moved.plane(0).samples()[i] & 0xff);
            different += difference == 0 ? 0 : 1;
            assertTrue(Math.abs(difference) < 60);
        }
        assertTrue(different > 1000);
    }

    private static WarpSampling jittered(int percent) {
        return new WarpSampling(Resampling.JITTERED, ResMode.BICUB, percent, 3);
    }

    @Test
    void wantsAlpha() {
        Pixels source = opaque(4, 1).withAlpha(null);
        assertThrows(
                IllegalArgumentException.class,
                () -> draw(source, Affine.IDENTITY, new Region(0, 0, 4, 4), ResMode.BILIN));
    }

    private static Projective onto(double[] corners, double width, double height) {
        return Projective.onto(
                List.of(
                        new Vertex(corners[0], corners[1]),
                        new Vertex(corners[2], corners[3]),
                        new Vertex(corners[4], corners[5]),
                        new Vertex(corners[6], corners[7])),
                width,
                height);
    }

    private static void compare(Pixels source, double[] corners, WarpSampling sampling, int tolerance)
            throws ServeException {
        Pixels out = draw(source, onto(corners, source.width(), source.height()), WINDOW, sampling);
        SlowPerspective slow = new SlowPerspective(corners, source.width(), source.height());
        for (int y = 0; y < WINDOW.height(); y++) {
            for (int x = 0; x < WINDOW.width(); x++) {
                double[] wanted = slow.pixel(WINDOW.x() + x, WINDOW.y() + y, WAVES);
                String place = (WINDOW.x() + x) + "," + (WINDOW.y() + y);
                assertEquals(255 * wanted[0], out.alpha().at(x, y), 12, place);
                if (wanted[0] > 0.1) {
                    int more = wanted[0] < 1 ? 2 * tolerance : 0;
                    assertEquals(wanted[1], out.plane(0).at(x, y), tolerance + more, place);
                }
            }
        }
    }
}
