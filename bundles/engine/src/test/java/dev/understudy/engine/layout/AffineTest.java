package dev.understudy.engine.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AffineTest {

    private static final Affine ANY = new Affine(1.5, 0.25, -0.5, 2, 7, -3);

    @Test
    void firstOneThenTheOther() {
        Affine both = Affine.scaling(2, 3).then(Affine.translation(10, 20));
        assertEquals(12, both.x(1, 1));
        assertEquals(23, both.y(1, 1));
    }

    @Test
    void theWayBackLeadsBack() {
        Affine there = ANY.then(Affine.rotation(33));
        Affine back = there.inverse();
        double x = there.x(4, 9);
        double y = there.y(4, 9);
        assertEquals(4, back.x(x, y), 1e-12);
        assertEquals(9, back.y(x, y), 1e-12);
    }

    @Test
    void rotationIsClockwise() {
        Affine quarter = Affine.rotation(90);
        assertEquals(0, quarter.x(1, 0));
        assertEquals(1, quarter.y(1, 0));
    }

    @Test
    void quarterTurnsAreExact() {
        for (double degrees : new double[] {-720, -450, -90, 0, 90, 180, 270, 360, 990}) {
            Affine turn = Affine.rotation(degrees);
            assertTrue(turn.keepsAxes(), "" + degrees);
            assertEquals(degrees / 90 % 2 != 0, turn.swapsAxes());
        }
        assertFalse(Affine.rotation(89.999).keepsAxes());
    }

    @Test
    void boundsAreThoseOfTheCorners() {
        Box box = new Box(-2, 1, 5, 8);
        Box bounds = ANY.bounds(box);
        double[] xs = {ANY.x(-2, 1), ANY.x(5, 1), ANY.x(-2, 8), ANY.x(5, 8)};
        double[] ys = {ANY.y(-2, 1), ANY.y(5, 1), ANY.y(-2, 8), ANY.y(5, 8)};
        assertEquals(java.util.Arrays.stream(xs).min().orElseThrow(), bounds.left(), 1e-12);
        assertEquals(java.util.Arrays.stream(xs).max().orElseThrow(), bounds.right(), 1e-12);
        assertEquals(java.util.Arrays.stream(ys).min().orElseThrow(), bounds.top(), 1e-12);
        assertEquals(java.util.Arrays.stream(ys).max().orElseThrow(), bounds.bottom(), 1e-12);
    }

    @Test
    void aMirrorMapsTheImageOntoItself() {
        assertEquals(new Box(0, 0, 6, 4), Affine.mirror(true, true, 6, 4).bounds(new Box(0, 0, 6, 4)));
        assertEquals(5.5, Affine.mirror(true, false, 6, 4).x(0.5, 0));
        assertEquals(0.5, Affine.mirror(true, false, 6, 4).y(0, 0.5));
    }
}
