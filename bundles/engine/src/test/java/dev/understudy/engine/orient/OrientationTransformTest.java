package dev.understudy.engine.orient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.understudy.engine.layout.Affine;
import dev.understudy.image.Orientation;
import dev.understudy.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrientationTransformTest {

    @ParameterizedTest
    @EnumSource
    void everySampleGoesWhereTheMappingSays(Orientation orientation) {
        int width = 71;
        int height = 45;
        byte[] samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * 7 + i / 256);
        }
        Plane plane = new Plane(width, height, samples);
        OrientationTransform turn = OrientationTransform.upright(orientation);
        Plane turned = turn.apply(plane);
        Affine mapping = turn.affine(width, height);
        assertEquals(turn, OrientationTransform.of(mapping));
        assertEquals(orientation.swapsSides() ? height : width, turned.width());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int toX = (int) Math.floor(mapping.x(x + 0.5, y + 0.5));
                int toY = (int) Math.floor(mapping.y(x + 0.5, y + 0.5));
                assertEquals(plane.at(x, y), turned.at(toX, toY));
            }
        }
    }

    @Test
    void exifSixIsTurnedClockwise() {
        // a camera held upright: the sky is at the left of what is stored and belongs at the top
        Plane stored = new Plane(2, 1, new byte[] {1, 2});
        Plane upright = OrientationTransform.upright(Orientation.ofExif(6)).apply(stored);
        assertEquals(1, upright.at(0, 0));
        assertEquals(2, upright.at(0, 1));
        Plane wide = new Plane(1, 2, new byte[] {1, 2});
        Plane turned = OrientationTransform.upright(Orientation.ofExif(6)).apply(wide);
        assertEquals(2, turned.at(0, 0));
    }

    @Test
    void nothingToDoCopiesNothing() {
        Plane plane = new Plane(1, 1, new byte[1]);
        assertSame(plane, OrientationTransform.upright(Orientation.NORMAL).apply(plane));
    }
}
