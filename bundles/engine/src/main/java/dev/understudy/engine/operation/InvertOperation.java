package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.engine.syntax.Numbers;
import dev.understudy.engine.syntax.ParsedSyntax;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.util.Optional;

/**
 * The negative of an image: 255 less each color component. Opacity stays. Layers are painted in sRGB, so inks are inverted as
 * the colors that they make, not ink by ink.
 *
 * <p>Source: the reference's page on op_invert.
 */
public record InvertOperation() implements PixelOperation {

    /** The value of {@code op_invert=}; 0 is no operation. */
    public static final Syntax<Optional<PixelOperation>> SYNTAX = new ParsedSyntax<>(
            "0 or 1", text -> Numbers.integer(text, 0, 1) == 1 ? Optional.of(new InvertOperation()) : Optional.empty());

    @Override
    public Stage stage() {
        return Stage.REPLACEMENT;
    }

    @Override
    public ColorModel colorModel() {
        return ColorModel.ANY;
    }

    @Override
    public int reach(PixelScale scale) {
        return 0;
    }

    @Override
    public long memory(long pixels) {
        return 3 * pixels;
    }

    @Override
    public Pixels apply(Raster raster) {
        Pixels pixels = raster.pixels();
        return new Pixels(
                pixels.samples(),
                pixels.planes().stream().map(InvertOperation::inverted).toList(),
                pixels.alpha(),
                null);
    }

    private static Plane inverted(Plane plane) {
        byte[] samples = plane.samples();
        byte[] inverted = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            inverted[i] = (byte) ~samples[i];
        }
        return new Plane(plane.width(), plane.height(), inverted);
    }
}
