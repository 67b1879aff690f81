package dev.understudy.engine.operation;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.List;

/** A new color for each color: what an operation without neighbors does that mixes the components. */
abstract class ColorMapping {

    /**
     * Writes the new color.
     *
     * @param color red, green and blue, 0..255 each; overwritten by the new ones, of any range
     */
    abstract void map(float[] color);

    /** The image in its new colors; opacity stays. Runs of one color are mapped once. */
    final Pixels map(Pixels rgb) {
        byte[][] before = {
            rgb.plane(0).samples(), rgb.plane(1).samples(), rgb.plane(2).samples()
        };
        byte[][] after = new byte[3][before[0].length];
        float[] color = new float[3];
        int last = -1;
        for (int i = 0; i < before[0].length; i++) {
            int packed = (before[0][i] & 0xff) << 16 | (before[1][i] & 0xff) << 8 | before[2][i] & 0xff;
            if (packed != last) {
                last = packed;
                color[0] = packed >> 16;
                color[1] = packed >> 8 & 0xff;
                color[2] = packed & 0xff;
                map(color);
            }
            after[0][i] = Levels.of(color[0]);
            after[1][i] = Levels.of(color[1]);
            after[2][i] = Levels.of(color[2]);
        }
        List<Plane> planes = List.of(
                new Plane(rgb.width(), rgb.height(), after[0]),
                new Plane(rgb.width(), rgb.height(), after[1]),
                new Plane(rgb.width(), rgb.height(), after[2]));
        return new Pixels(Samples.RGB, planes, rgb.alpha(), null);
    }
}
