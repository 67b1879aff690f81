package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.image.Pixels;
import java.util.Optional;

/**
 * More or less contrast: color components move away from half of their range or towards it. As in Photoshop's legacy command,
 * their distance is multiplied by {@code 1 + p} for less contrast and by {@code 1 / (1 - p)} for more, where {@code p} is the
 * percentage as a fraction; so -100 is a gray area, and 100 leaves nothing between black and white.
 *
 * <p>Source: the reference's page on op_contrast.
 *
 * @param percent -100..100
 */
public record ContrastOperation(int percent) implements PointOperation {

    /** The value of {@code op_contrast=}; 0 is no operation. */
    public static final Syntax<Optional<PixelOperation>> SYNTAX = AdjustmentSyntax.of(100, ContrastOperation::new);

    private static final double MIDDLE = 127.5;

    @Override
    public Stage stage() {
        return Stage.CONTRAST;
    }

    @Override
    public ColorModel colorModel() {
        return ColorModel.ANY;
    }

    @Override
    public Pixels apply(Raster raster) {
        double fraction = percent / 100.0;
        double slope = fraction < 0 ? 1 + fraction : 1 / (1 - fraction);
        return new SampleTable(sample -> MIDDLE + (sample - MIDDLE) * slope).map(raster.pixels());
    }
}
