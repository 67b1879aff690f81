package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dilated or eroded image: each component and the opacity become the largest or the smallest of a square of neighbors. The
 * page says nothing of the shape; squares are what Photoshop's Maximum and Minimum have at first. Colors of transparent
 * neighbors do not count.
 *
 * <p>Source: the reference's page on op_grow.
 *
 * @param radius -100..100 without 0, in pixels of the composite: half the side of the square; below 0 erodes
 */
public record GrowOperation(int radius) implements PixelOperation {

    /** The value of {@code op_grow=}; 0 is no operation. */
    public static final Syntax<Optional<PixelOperation>> SYNTAX = AdjustmentSyntax.of(100, GrowOperation::new);

    @Override
    public Stage stage() {
        return Stage.SHAPE;
    }

    @Override
    public ColorModel colorModel() {
        return ColorModel.ANY;
    }

    @Override
    public int reach(PixelScale scale) {
        return Math.abs(pixels(scale));
    }

    private int pixels(PixelScale scale) {
        return (int) Math.round(radius * scale.composite());
    }

    @Override
    public long memory(long pixels) {
        return 6 * pixels;
    }

    @Override
    public Pixels apply(Raster raster) {
        Pixels pixels = raster.pixels();
        int distance = pixels(raster.scale());
        if (distance == 0) {
            return pixels;
        }
        SquareExtremes extremes = new SquareExtremes(distance);
        Plane alpha = pixels.alpha();
        return new Pixels(
                pixels.samples(),
                pixels.planes().stream()
                        .map(plane -> extremes.of(opaqueOnly(plane, alpha, distance > 0 ? 0 : 255)))
                        .toList(),
                alpha == null ? null : extremes.of(alpha),
                null);
    }

    /** The plane with a level that can win nowhere, where it is transparent. */
    private static Plane opaqueOnly(Plane plane, @Nullable Plane alpha, int level) {
        if (alpha == null) {
            return plane;
        }
        byte[] samples = plane.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            if (alpha.samples()[i] == 0) {
                samples[i] = (byte) level;
            }
        }
        return new Plane(plane.width(), plane.height(), samples);
    }
}
