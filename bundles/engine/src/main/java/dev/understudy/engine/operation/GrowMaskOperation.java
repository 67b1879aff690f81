package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.util.Optional;

/**
 * A dilated or eroded mask: the opacity becomes the largest or the smallest of a square of neighbors, as with
 * {@link GrowOperation}; colors stay. An opaque image has no mask, and stays as it is.
 *
 * <p>Source: the reference's pages on op_growMask and op_growMaskR.
 *
 * @param radius -100..100 without 0, in pixels: half the side of the square; below 0 erodes
 * @param scaled whether the radius is that of the full resolution, and becomes smaller with the image
 */
public record GrowMaskOperation(int radius, boolean scaled) implements PixelOperation {

    /** The value of {@code op_growMask=}; 0 is no operation. */
    public static final Syntax<Optional<PixelOperation>> SYNTAX =
            AdjustmentSyntax.of(100, radius -> new GrowMaskOperation(radius, true));

    /** The value of {@code op_growMaskR=}; likewise. */
    public static final Syntax<Optional<PixelOperation>> UNSCALED_SYNTAX =
            AdjustmentSyntax.of(100, radius -> new GrowMaskOperation(radius, false));

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
        return scaled ? (int) Math.round(radius * Math.min(1, scale.content())) : radius;
    }

    @Override
    public long memory(long pixels) {
        return 2 * pixels;
    }

    @Override
    public Pixels apply(Raster raster) {
        Pixels pixels = raster.pixels();
        Plane alpha = pixels.alpha();
        int distance = pixels(raster.scale());
        return alpha == null || distance == 0 ? pixels : pixels.withAlpha(new SquareExtremes(distance).of(alpha));
    }
}
