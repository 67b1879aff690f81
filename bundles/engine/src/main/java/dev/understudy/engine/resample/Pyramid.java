package dev.understudy.engine.resample;

import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.ArrayList;
import java.util.List;

/**
 * An image at full size, at half of it, at a quarter of it and so on: each pixel is the mean of four of the level before.
 * Where a side is odd, the last pixels are the mean of those that there are.
 */
final class Pyramid {

    private final List<Pixels> levels = new ArrayList<>();

    /** The levels of an image in RGB with alpha, made as they are wanted. */
    Pyramid(Pixels full) {
        levels.add(full);
    }

    /** Bytes that the levels above the full size take at most. */
    static long memory(long pixels, int levels) {
        return levels == 0 ? 0 : pixels * CompositeCanvas.BYTES_PER_PIXEL / 2;
    }

    /** The image at one 2<sup>{@code level}</sup>th of its size. */
    Pixels level(int level) {
        while (levels.size() <= level) {
            levels.add(halved(levels.get(levels.size() - 1)));
        }
        return levels.get(level);
    }

    private static Pixels halved(Pixels pixels) {
        int width = (pixels.width() + 1) / 2;
        int height = (pixels.height() + 1) / 2;
        byte[][] out = new byte[4][Math.multiplyExact(width, height)];
        PixelSum sum = new PixelSum();
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at++) {
                sum.clear();
                int right = Math.min(2 * x + 1, pixels.width() - 1);
                int below = Math.min(2 * y + 1, pixels.height() - 1);
                sum.add(pixels, 2 * x, 2 * y);
                sum.add(pixels, right, 2 * y);
                sum.add(pixels, 2 * x, below);
                sum.add(pixels, right, below);
                sum.store(out, at, 1);
            }
        }
        return new Pixels(
                Samples.RGB,
                List.of(
                        new Plane(width, height, out[0]),
                        new Plane(width, height, out[1]),
                        new Plane(width, height, out[2])),
                new Plane(width, height, out[3]),
                null);
    }
}
