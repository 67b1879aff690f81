package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sharper image by a kernel of 3 x 3: twice each component less the mean of the eight neighbors, each weighted by its
 * opacity. The opacity is sharpened as well. The page says no more than "basic"; many programs have this kernel under that
 * name.
 *
 * <p>Source: the reference's page on op_sharpen.
 */
public record SharpenOperation() implements PixelOperation {

    /** The value of {@code op_sharpen=}; 0 is no operation. */
    public static final Syntax<Optional<PixelOperation>> SYNTAX = AdjustmentSyntax.flag(new SharpenOperation());

    @Override
    public Stage stage() {
        return Stage.SHARPENING;
    }

    @Override
    public ColorModel colorModel() {
        return ColorModel.ANY;
    }

    @Override
    public int reach(PixelScale scale) {
        return 1;
    }

    @Override
    public long memory(long pixels) {
        return 4 * pixels;
    }

    @Override
    public Pixels apply(Raster raster) {
        Pixels pixels = raster.pixels();
        Plane alpha = pixels.alpha();
        return new Pixels(
                pixels.samples(),
                pixels.planes().stream().map(plane -> sharp(plane, alpha)).toList(),
                alpha == null ? null : sharp(alpha, null),
                null);
    }

    private static Plane sharp(Plane plane, @Nullable Plane alpha) {
        int width = plane.width();
        byte[] before = plane.samples();
        byte[] samples = new byte[before.length];
        int[] sums = new int[width + 2];
        int[] weights = new int[width + 2];
        for (int y = 0; y < plane.height(); y++) {
            sumColumns(plane, alpha, y, sums, weights);
            for (int x = 0, i = y * width; x < width; x++, i++) {
                int level = before[i] & 0xff;
                int own = weight(alpha, i);
                int weight = weights[x] + weights[x + 1] + weights[x + 2] - own;
                int sum = sums[x] + sums[x + 1] + sums[x + 2] - own * level;
                samples[i] = Levels.of(2 * level - (weight == 0 ? level : (float) sum / weight));
            }
        }
        return new Plane(width, plane.height(), samples);
    }

    /** Weighs and adds the samples of three rows; the columns on both sides of the plane are those of its edges. */
    private static void sumColumns(Plane plane, @Nullable Plane alpha, int y, int[] sums, int[] weights) {
        int width = plane.width();
        Arrays.fill(sums, 0);
        Arrays.fill(weights, 0);
        for (int dy = -1; dy <= 1; dy++) {
            int start = Math.max(0, Math.min(plane.height() - 1, y + dy)) * width;
            for (int x = 0; x < width; x++) {
                int weight = weight(alpha, start + x);
                sums[x + 1] += weight * (plane.samples()[start + x] & 0xff);
                weights[x + 1] += weight;
            }
        }
        sums[0] = sums[1];
        sums[width + 1] = sums[width];
        weights[0] = weights[1];
        weights[width + 1] = weights[width];
    }

    private static int weight(@Nullable Plane alpha, int index) {
        return alpha == null ? 1 : alpha.samples()[index] & 0xff;
    }
}
