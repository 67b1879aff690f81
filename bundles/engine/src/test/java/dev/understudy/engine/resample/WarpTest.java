package dev.understudy.engine.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.engine.layout.Affine;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import dev.understudy.image.Samples;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarpTest {

    private static Pixels opaque(int side, int value) {
        byte[] samples = new byte[side * side];
        Arrays.fill(samples, (byte) value);
        byte[] alpha = new byte[side * side];
        Arrays.fill(alpha, (byte) 255);
        Plane plane = new Plane(side, side, samples);
        return new Pixels(Samples.RGB, List.of(plane, plane, plane), new Plane(side, side, alpha), null);
    }

    @Test
    void theEdgeFadesAndTheColorDoesNot() {
        Pixels source = opaque(40, 180);
        Affine toSource = Affine.rotation(-30).then(Affine.translation(20, -5));
        Pixels out = Warp.draw(source, toSource, new Region(-60, -40, 140, 140), ResMode.BILIN);
        int partly = 0;
        for (int i = 0; i < 140 * 140; i++) {
            int alpha = out.alpha().samples()[i] & 0xff;
            if (alpha > 0) {
                assertEquals(180, out.plane(0).samples()[i] & 0xff, 1);
                partly += alpha < 255 ? 1 : 0;
            }
        }
        // about one pixel wide all around
        assertEquals(160, partly, 160);
        double area = 0;
        for (byte alpha : out.alpha().samples()) {
            area += (alpha & 0xff) / 255.0;
        }
        assertEquals(1600, area, 20);
    }

    @Test
    void movingByWholePixelsChangesNothing() {
        Pixels source = opaque(10, 99);
        for (ResMode mode : ResMode.values()) {
            Pixels out = Warp.draw(source, Affine.translation(-3, -4), new Region(0, 0, 20, 20), mode);
            assertEquals(0, out.alpha().at(2, 6));
            assertEquals(255, out.alpha().at(3, 4));
            assertEquals(99, out.plane(1).at(12, 13));
            assertEquals(0, out.alpha().at(13, 13));
        }
    }

    @Test
    void wantsAlpha() {
        Pixels source = opaque(4, 1).withAlpha(null);
        assertThrows(
                IllegalArgumentException.class,
                () -> Warp.draw(source, Affine.IDENTITY, new Region(0, 0, 4, 4), ResMode.BILIN));
    }
}
