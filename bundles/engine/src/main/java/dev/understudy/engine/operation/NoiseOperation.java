package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.engine.syntax.Numbers;
import dev.understudy.engine.syntax.ParsedSyntax;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Random noise, added to each color component. The same pixel of the same request gets the same noise each time, and so does
 * each part of an image. Uniform noise lies within the amount of the full range above and below; Gaussian noise has the same
 * standard deviation, so that both are as strong. The page leaves the strength open.
 *
 * <p>Source: the reference's page on op_noise.
 *
 * @param percent 1..100, of the full range
 * @param gaussian whether small changes are more frequent than large ones
 * @param monochrome whether the components of a pixel get the same noise; the same for gray images, which have but one
 */
public record NoiseOperation(int percent, boolean gaussian, boolean monochrome) implements PointOperation {

    /** The value of {@code op_noise=}; 0 is no operation. */
    public static final Syntax<Optional<PixelOperation>> SYNTAX =
            new ParsedSyntax<>("an integer of 0..100, then uniform or gaussian, then 0 or 1", NoiseOperation::read);

    private static Optional<PixelOperation> read(String text) {
        String[] items = Numbers.items(text, 1, 3);
        int percent = Numbers.integer(items[0], 0, 100);
        boolean gaussian = items.length > 1 && isGaussian(items[1]);
        boolean monochrome = items.length > 2 && Numbers.integer(items[2], 0, 1) == 1;
        return percent == 0 ? Optional.empty() : Optional.of(new NoiseOperation(percent, gaussian, monochrome));
    }

    private static boolean isGaussian(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "uniform" -> false;
            case "gaussian" -> true;
            default -> throw new IllegalArgumentException("no distribution of noise");
        };
    }

    @Override
    public Stage stage() {
        return Stage.GRAIN;
    }

    @Override
    public ColorModel colorModel() {
        return ColorModel.ANY;
    }

    @Override
    public Pixels apply(Raster raster) {
        Pixels pixels = raster.pixels();
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < pixels.planes().size(); i++) {
            planes.add(grainy(pixels.plane(i), monochrome ? 0 : i, raster));
        }
        return new Pixels(pixels.samples(), planes, pixels.alpha(), null);
    }

    private Plane grainy(Plane plane, int seed, Raster raster) {
        double range = 255 * percent / 100.0;
        double deviation = range / Math.sqrt(3);
        byte[] samples = new byte[plane.samples().length];
        for (int y = 0, i = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++, i++) {
                long bits = Grain.bits(raster.area().x() + x, raster.area().y() + y, seed);
                double noise = gaussian ? deviation * Grain.gaussian(bits) : range * Grain.uniform(bits);
                samples[i] = Levels.of((plane.samples()[i] & 0xff) + noise);
            }
        }
        return new Plane(plane.width(), plane.height(), samples);
    }
}
