package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.image.Pixels;
import java.util.Optional;

/**
 * A brighter or darker image: the adjustment is added to each color component. The page leaves the unit open; as in
 * Photoshop's legacy command of the same range, it is a level of 255, not a percentage.
 *
 * <p>Source: the reference's page on op_brightness.
 *
 * @param levels -100..100, added to 0..255
 */
public record BrightnessOperation(int levels) implements PointOperation {

    /** The value of {@code op_brightness=}; 0 is no operation. */
    public static final Syntax<Optional<PixelOperation>> SYNTAX = AdjustmentSyntax.of(100, BrightnessOperation::new);

    @Override
    public Stage stage() {
        return Stage.BRIGHTNESS;
    }

    @Override
    public ColorModel colorModel() {
        return ColorModel.ANY;
    }

    @Override
    public Pixels apply(Raster raster) {
        return new SampleTable(sample -> sample + levels).map(raster.pixels());
    }
}
