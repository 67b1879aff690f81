package dev.understudy.engine.operation;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Rasters of noise with smooth areas, as different from one another as operations see them. */
final class RandomRasters {

    static final PixelScale FULL = new PixelScale(1, 1);

    private RandomRasters() {}

    /** Gray and RGB, opaque and not. */
    static Stream<Pixels> kinds(int width, int height) {
        return Stream.of(
                pixels(Samples.GRAY, false, width, height),
                pixels(Samples.GRAY, true, width, height),
                pixels(Samples.RGB, false, width, height),
                pixels(Samples.RGB, true, width, height));
    }

    static Pixels pixels(Samples samples, boolean alpha, int width, int height) {
        Random random = new Random(samples.ordinal() * 2L + (alpha ? 1 : 0));
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < samples.planes(); i++) {
            planes.add(plane(random, width, height));
        }
        return new Pixels(samples, planes, alpha ? holes(plane(random, width, height)) : null, null);
    }

    static Raster raster(Pixels pixels, PixelScale scale) {
        return new Raster(pixels, new Region(-3, 11, pixels.width(), pixels.height()), scale);
    }

    private static Plane plane(Random random, int width, int height) {
        byte[] samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            boolean smooth = i / width > height / 2;
            samples[i] = (byte) (smooth ? 40 + i % width : random.nextInt(256));
        }
        return new Plane(width, height, samples);
    }

    /** A part that is transparent. */
    private static Plane holes(Plane plane) {
        byte[] samples = plane.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            if (i % plane.width() < plane.width() / 4) {
                samples[i] = 0;
            }
        }
        return new Plane(plane.width(), plane.height(), samples);
    }
}
