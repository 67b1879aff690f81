package dev.understudy.engine.render;

import dev.understudy.engine.color.DeviceSpace;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.Arrays;
import java.util.List;

/**
 * The mask of an image: gray, white where it is opaque.
 *
 * <p>Source: the reference's page on req=mask.
 */
final class Mask {

    /** What a mask's samples are taken for. */
    static final DeviceSpace SPACE = new DeviceSpace(Samples.GRAY, null);

    private static final byte OPAQUE = (byte) 255;

    private Mask() {}

    static Pixels of(Pixels drawn) {
        Plane alpha = drawn.alpha();
        Plane mask = alpha == null ? opaque(drawn.width(), drawn.height()) : alpha;
        return new Pixels(Samples.GRAY, List.of(mask), null, null);
    }

    private static Plane opaque(int width, int height) {
        byte[] samples = new byte[width * height];
        Arrays.fill(samples, OPAQUE);
        return new Plane(width, height, samples);
    }
}
