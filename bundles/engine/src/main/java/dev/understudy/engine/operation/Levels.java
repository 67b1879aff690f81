package dev.understudy.engine.operation;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;

/** Numbers as samples of 8 bits, from level 0 to level 255. */
final class Levels {

    private Levels() {}

    /** The number, rounded and held within 0..255. */
    static byte of(double value) {
        return (byte) Math.max(0, Math.min(255, (int) (value + 0.5)));
    }

    /** The number, rounded and held within 0..255. */
    static byte of(float value) {
        return (byte) Math.max(0, Math.min(255, (int) (value + 0.5f)));
    }

    /** A plane of the size of an image. */
    static Plane plane(float[] values, Pixels size) {
        byte[] samples = new byte[values.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = of(values[i]);
        }
        return new Plane(size.width(), size.height(), samples);
    }
}
