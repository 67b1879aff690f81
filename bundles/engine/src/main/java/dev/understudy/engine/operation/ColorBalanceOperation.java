package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.engine.syntax.Numbers;
import dev.understudy.engine.syntax.ParsedSyntax;
import dev.understudy.image.Pixels;
import java.util.List;
import java.util.Optional;

/**
 * Another balance of colors: to each of the components its own adjustment is added, in the levels of
 * {@link BrightnessOperation}.
 *
 * <p>Source: the reference's page on op_colorbalance.
 *
 * @param red -100..100, added to 0..255
 * @param green likewise
 * @param blue likewise
 */
public record ColorBalanceOperation(int red, int green, int blue) implements PointOperation {

    private static final int MOST = 100;

    /** The value of {@code op_colorbalance=}; 0,0,0 is no operation. */
    public static final Syntax<Optional<PixelOperation>> SYNTAX =
            new ParsedSyntax<>("red,green,blue as integers of -100..100", ColorBalanceOperation::read);

    private static Optional<PixelOperation> read(String text) {
        String[] items = Numbers.items(text, 3, 3);
        ColorBalanceOperation balance = new ColorBalanceOperation(
                Numbers.integer(items[0], -MOST, MOST),
                Numbers.integer(items[1], -MOST, MOST),
                Numbers.integer(items[2], -MOST, MOST));
        return balance.equals(new ColorBalanceOperation(0, 0, 0)) ? Optional.empty() : Optional.of(balance);
    }

    @Override
    public Stage stage() {
        return Stage.COLOR;
    }

    @Override
    public ColorModel colorModel() {
        return ColorModel.RGB;
    }

    @Override
    public Pixels apply(Raster raster) {
        Pixels pixels = raster.pixels();
        return new Pixels(
                pixels.samples(),
                List.of(
                        new SampleTable(sample -> sample + red).map(pixels.plane(0)),
                        new SampleTable(sample -> sample + green).map(pixels.plane(1)),
                        new SampleTable(sample -> sample + blue).map(pixels.plane(2))),
                pixels.alpha(),
                null);
    }
}
