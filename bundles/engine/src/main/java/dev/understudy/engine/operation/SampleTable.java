package dev.understudy.engine.operation;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.util.function.IntToDoubleFunction;

/** A new value for each value of a sample: what an operation without neighbors does to a color component. */
final class SampleTable {

    private static final int VALUES = 256;

    private final byte[] values = new byte[VALUES];

    /**
     * A table of a curve.
     *
     * @param curve from 0..255 to a value that is rounded and held within 0..255
     */
    SampleTable(IntToDoubleFunction curve) {
        for (int i = 0; i < VALUES; i++) {
            values[i] = Levels.of(curve.applyAsDouble(i));
        }
    }

    /** The plane with new values. */
    Plane map(Plane plane) {
        byte[] before = plane.samples();
        byte[] after = new byte[before.length];
        for (int i = 0; i < before.length; i++) {
            after[i] = values[before[i] & 0xff];
        }
        return new Plane(plane.width(), plane.height(), after);
    }

    /** The image with new values of its color components; opacity stays. */
    Pixels map(Pixels pixels) {
        return new Pixels(
                pixels.samples(), pixels.planes().stream().map(this::map).toList(), pixels.alpha(), null);
    }
}
