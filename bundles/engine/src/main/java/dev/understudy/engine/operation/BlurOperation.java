package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.engine.syntax.Numbers;
import dev.understudy.engine.syntax.ParsedSyntax;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A blurred image, with its opacity. The radius is the standard deviation of a Gaussian, as in Photoshop's Gaussian Blur.
 *
 * <p>Source: the reference's page on op_blur.
 *
 * @param radius above 0 to 100, in pixels of the composite
 */
public record BlurOperation(double radius) implements PixelOperation {

    /** The value of {@code op_blur=}; 0 is no operation. */
    public static final Syntax<Optional<PixelOperation>> SYNTAX =
            new ParsedSyntax<>("a number of 0..100", BlurOperation::read);

    private static Optional<PixelOperation> read(String text) {
        double radius = Numbers.real(text, 0, 100);
        return radius == 0 ? Optional.empty() : Optional.of(new BlurOperation(radius));
    }

    @Override
    public Stage stage() {
        return Stage.SMOOTHING;
    }

    @Override
    public ColorModel colorModel() {
        return ColorModel.ANY;
    }

    @Override
    public int reach(PixelScale scale) {
        return Gaussian.reach(radius * scale.composite());
    }

    @Override
    public long memory(long pixels) {
        return (SmoothPlanes.BYTES_PER_PIXEL + 4) * pixels;
    }

    @Override
    public Pixels apply(Raster raster) {
        Pixels pixels = raster.pixels();
        SmoothPlanes smooth = new SmoothPlanes(pixels, radius * raster.scale().composite());
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < pixels.planes().size(); i++) {
            planes.add(Levels.plane(smooth.component(i), pixels));
        }
        float[] alpha = smooth.alpha();
        return new Pixels(pixels.samples(), planes, alpha == null ? null : Levels.plane(alpha, pixels), null);
    }
}
