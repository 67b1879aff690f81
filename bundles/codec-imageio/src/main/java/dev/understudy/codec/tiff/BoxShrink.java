package dev.understudy.codec.tiff;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shrinks an image by a whole number, some rows at a time: each pixel is the mean of a square. Colors count by their opacity. */
final class BoxShrink {

    private final Pixels kind;
    private final int width;
    private final int times;
    private final List<Plane> planes;
    private final @Nullable Plane alpha;

    /**
     * An image to be.
     *
     * @param kind an image of the same color model
     * @param times by how much it is smaller
     */
    BoxShrink(Pixels kind, int width, int height, int times) {
        this.kind = kind;
        this.width = width;
        this.times = times;
        this.planes = Stream.generate(() -> Plane.blank(width, height))
                .limit(kind.planes().size())
                .toList();
        this.alpha = kind.alpha() == null ? null : Plane.blank(width, height);
    }

    /**
     * Adds rows.
     *
     * @param larger what they are made of; what is missing of the last squares is left out
     * @param top the first row
     * @param rows how many
     */
    void add(Pixels larger, int top, int rows) {
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < width; x++) {
                add(larger, x, y, (top + y) * width + x);
            }
        }
    }

    private void add(Pixels larger, int x, int y, int to) {
        int left = Math.min(x * times, larger.width() - 1);
        int upper = Math.min(y * times, larger.height() - 1);
        int right = Math.min(left + times, larger.width());
        int lower = Math.min(upper + times, larger.height());
        Plane opacity = larger.alpha();
        int count = (right - left) * (lower - upper);
        long weights = opacity == null ? 0 : sum(opacity, null, left, upper, right, lower);
        boolean weighted = weights > 0;
        for (int i = 0; i < planes.size(); i++) {
            long sum = sum(larger.plane(i), weighted ? opacity : null, left, upper, right, lower);
            planes.get(i).samples()[to] = mean(sum, weighted ? weights : count);
        }
        if (alpha != null) {
            alpha.samples()[to] = mean(weights, count);
        }
    }

    private static long sum(Plane plane, @Nullable Plane weights, int left, int upper, int right, int lower) {
        long sum = 0;
        for (int y = upper; y < lower; y++) {
            for (int x = left; x < right; x++) {
                sum += (long) plane.at(x, y) * (weights == null ? 1 : weights.at(x, y));
            }
        }
        return sum;
    }

    private static byte mean(long sum, long count) {
        return (byte) ((sum + count / 2) / count);
    }

    Pixels pixels() {
        return new Pixels(kind.samples(), planes, alpha, kind.profile());
    }
}
