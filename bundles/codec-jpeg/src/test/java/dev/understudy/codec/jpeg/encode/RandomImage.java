package dev.understudy.codec.jpeg.encode;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.TestImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Images of any size and color model: waves, edges and noise, so that there are coefficients of all kinds. */
final class RandomImage {

    private final Random random;

    RandomImage(long seed) {
        this.random = new Random(seed);
    }

    /** The next whole number, 0 or more and less than a limit. */
    int next(int limit) {
        return random.nextInt(limit);
    }

    /** An image whose chroma planes, if it has any, are smaller by these factors. */
    Pixels of(Samples samples, int width, int height, int across, int down) {
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < samples.planes(); i++) {
            boolean chroma = samples == Samples.YCC && i > 0;
            planes.add(plane(part(width, chroma ? across : 1), part(height, chroma ? down : 1)));
        }
        return new Pixels(samples, planes, null, null);
    }

    private static int part(int length, int factor) {
        return (length + factor - 1) / factor;
    }

    private Plane plane(int width, int height) {
        double x0 = random.nextDouble() * 0.5;
        double y0 = random.nextDouble() * 0.5;
        int edge = random.nextInt(width + 1);
        int noise = 1 + random.nextInt(random.nextBoolean() ? 3 : 90);
        return TestImage.plane(width, height, (x, y) -> {
            double wave = 128 + 80 * Math.sin(x * x0 + y * y0) + (x < edge ? -30 : 30);
            return (int) Math.max(0, Math.min(255, wave + random.nextInt(noise)));
        });
    }
}
