package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
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
        byte[] samples = new byte[plane.samples().length];
        for (int y = 0, i = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++, i++) {
                int level = plane.samples()[i] & 0xff;
                samples[i] = Levels.of(2 * level - neighbors(plane, alpha, x, y, level));
            }
        }
        return new Plane(plane.width(), plane.height(), samples);
    }

    /** The mean of the neighbors, or the level itself where all are transparent. */
    private static float neighbors(Plane plane, @Nullable Plane alpha, int x, int y, int level) {
        int sum = 0;
        int weights = 0;
        for (int dy = -1; dy <= 1; dy++) {
            int row = Math.max(0, Math.min(plane.height() - 1, y + dy)) * plane.width();
            for (int dx = -1; dx <= 1; dx++) {
                int i = row + Math.max(0, Math.min(plane.width() - 1, x + dx));
                int weight = dx == 0 && dy == 0 ? 0 : alpha == null ? 1 : alpha.samples()[i] & 0xff;
                sum += weight * (plane.samples()[i] & 0xff);
                weights += weight;
            }
        }
        return weights == 0 ? level : (float) sum / weights;
    }
}
