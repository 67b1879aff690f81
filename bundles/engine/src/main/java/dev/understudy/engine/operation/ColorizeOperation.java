package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.engine.color.Rgb;
import dev.understudy.engine.syntax.ParsedSyntax;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An image in the shades of one color. Luma of half its range becomes the color; below, it goes down to black in a straight
 * line, and above, up to white. Before that, the luma may be moved so that its median is at the half, and be stretched around
 * it so that the darkest and the lightest pixel are as far apart as {@code contrast} says; the page leaves the curves open.
 *
 * <p>Source: the reference's page on op_colorize.
 *
 * @param color what half the range becomes; its opacity means nothing
 * @param normalized whether the brightness is adjusted
 * @param contrast 0..100, per cent of the full range; 0 keeps what there is; not used unless {@code normalized}
 */
public record ColorizeOperation(Color color, boolean normalized, double contrast) implements PixelOperation {

    /** The value of {@code op_colorize=}. */
    public static final Syntax<Optional<PixelOperation>> SYNTAX = new ParsedSyntax<>(
            "a color in RGB, then off or norm, then a number of 0..100", text -> Optional.of(ColorizeValue.read(text)));

    private static final int MIDDLE = 128;
    private static final int LEVELS = 256;

    public ColorizeOperation {
        color = color.opaque();
        contrast += 0.0;
    }

    @Override
    public Stage stage() {
        return Stage.REPLACEMENT;
    }

    @Override
    public ColorModel colorModel() {
        return ColorModel.ANY;
    }

    /** The median is that of the whole image. */
    @Override
    public int reach(PixelScale scale) {
        return normalized ? Integer.MAX_VALUE : 0;
    }

    @Override
    public long memory(long pixels) {
        return 4 * pixels;
    }

    @Override
    public Pixels apply(Raster raster) {
        Pixels gray = Rgb.gray(raster.pixels());
        double[] shades = normalized ? adjusted(gray.plane(0), gray.alpha()) : straight(MIDDLE, 1);
        Plane luma = gray.plane(0);
        return new Pixels(
                Samples.RGB,
                List.of(
                        shaded(luma, shades, color.red()),
                        shaded(luma, shades, color.green()),
                        shaded(luma, shades, color.blue())),
                gray.alpha(),
                null);
    }

    private static Plane shaded(Plane luma, double[] shades, int component) {
        return new SampleTable(level -> shade(shades[level], component)).map(luma);
    }

    private static double shade(double level, int component) {
        return level <= MIDDLE
                ? component * level / MIDDLE
                : component + (255 - component) * (level - MIDDLE) / (255 - MIDDLE);
    }

    private double[] adjusted(Plane luma, @Nullable Plane alpha) {
        long[] counts = new long[LEVELS];
        for (int i = 0; i < luma.samples().length; i++) {
            counts[luma.samples()[i] & 0xff] += alpha == null ? 1 : alpha.samples()[i] & 0xff;
        }
        int darkest = 0;
        int lightest = LEVELS - 1;
        while (darkest < lightest && counts[darkest] == 0) {
            darkest++;
        }
        while (lightest > darkest && counts[lightest] == 0) {
            lightest--;
        }
        double slope = contrast == 0 || lightest == darkest ? 1 : contrast / 100 * 255 / (lightest - darkest);
        return straight(median(counts), slope);
    }

    private static int median(long[] counts) {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        long below = 0;
        for (int level = 0; level < LEVELS; level++) {
            below += counts[level];
            if (2 * below >= all && all > 0) {
                return level;
            }
        }
        return MIDDLE;
    }

    /** The levels in a straight line of this slope, which has the center in the middle of the range. */
    private static double[] straight(int center, double slope) {
        double[] levels = new double[LEVELS];

        for (int level = 0; level < LEVELS; level++) {
            levels[level] = Math.max(0, Math.min(255, MIDDLE + (level - center) * slope));
        }
        return levels;
    }
}
