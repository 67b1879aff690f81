package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.image.Pixels;
import java.util.Optional;

/**
 * The negative of an image: 255 less each color component. Opacity stays. Layers are painted in sRGB, so inks are inverted as
 * the colors that they make, not ink by ink.
 *
 * <p>Source: the reference's page on op_invert.
 */
public record InvertOperation() implements PointOperation {

    private static final SampleTable NEGATIVE = new SampleTable(sample -> 255 - sample);

    /** The value of {@code op_invert=}; 0 is no operation. */
    public static final Syntax<Optional<PixelOperation>> SYNTAX = AdjustmentSyntax.flag(new InvertOperation());

    @Override
    public Stage stage() {
        return Stage.REPLACEMENT;
    }

    @Override
    public ColorModel colorModel() {
        return ColorModel.ANY;
    }

    @Override
    public Pixels apply(Raster raster) {
        return NEGATIVE.map(raster.pixels());
    }
}
