package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.util.List;
import java.util.Optional;

/**
 * A dilated or eroded image: each component and the opacity become the largest or the smallest of a square of neighbors. The
 * page says nothing of the shape; squares are what Photoshop's Maximum and Minimum have at first. Neighbors count as
 * much as they are opaque: colors are compared with their opacity multiplied in.
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
        if (alpha == null) {
            List<Plane> grown = pixels.planes().stream().map(extremes::of).toList();
            return new Pixels(pixels.samples(), grown, null, null);
        }
        Plane grownAlpha = extremes.of(alpha);
        List<Plane> grown = pixels.planes().stream()
                .map(plane -> divided(extremes.of(multiplied(plane, alpha)), grownAlpha))
                .toList();
        return new Pixels(pixels.samples(), grown, grownAlpha, null);
    }

    private static Plane multiplied(Plane plane, Plane alpha) {
        byte[] samples = plane.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (((samples[i] & 0xff) * (alpha.samples()[i] & 0xff) + 127) / 255);
        }
        return new Plane(plane.width(), plane.height(), samples);
    }

    /** Undoes {@link #multiplied}, in place. */
    private static Plane divided(Plane plane, Plane alpha) {
        byte[] samples = plane.samples();
        for (int i = 0; i < samples.length; i++) {
            int opacity = alpha.samples()[i] & 0xff;
            samples[i] = opacity == 0 ? 0 : (byte) Math.min(255, ((samples[i] & 0xff) * 255 + opacity / 2) / opacity);
        }
        return plane;
    }
}
