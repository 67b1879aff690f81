package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.engine.syntax.Numbers;
import dev.understudy.engine.syntax.ParsedSyntax;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sharper image: the difference of each component from its blurred self is multiplied by the amount and added, where it
 * reaches the threshold. The opacity is sharpened as well. The radius is the standard deviation of the Gaussian, as in
 * Photoshop's Unsharp Mask.
 *
 * <p>A change of all components by the same amount is one of luma, so that luma and chroma are taken as they are then.
 *
 * <p>{@code op_usm} gives the radius for the full resolution, and it becomes smaller with the image. Since a thumbnail would
 * not be sharpened at all by that, it does not fall below half a pixel, or below the radius itself where that is smaller; the
 * page leaves this open. {@code op_usmR} gives it as is.
 *
 * <p>Source: the reference's pages on op_usm and op_usmR.
 *
 * @param amount above 0 to 5; 1 doubles the difference
 * @param radius above 0 to 250, in pixels
 * @param threshold 0..255, levels
 * @param monochrome whether the components of a pixel are changed by the same amount, that of its luma
 * @param scaled whether the radius is that of the full resolution
 */
public record UnsharpMaskOperation(double amount, double radius, int threshold, boolean monochrome, boolean scaled)
        implements PixelOperation {

    /** The value of {@code op_usm=}; an amount or a radius of 0 is no operation. */
    public static final Syntax<Optional<PixelOperation>> SYNTAX = syntax(true);

    /** The value of {@code op_usmR=}; likewise. */
    public static final Syntax<Optional<PixelOperation>> UNSCALED_SYNTAX = syntax(false);

    private static final double SMALLEST_SCALED_RADIUS = 0.5;
    private static final float LUMA_RED = 0.299f;
    private static final float LUMA_GREEN = 0.587f;
    private static final float LUMA_BLUE = 0.114f;

    private static Syntax<Optional<PixelOperation>> syntax(boolean scaled) {
        return new ParsedSyntax<>(
                "amount of 0..5, then radius of 0..250, then threshold as an integer of 0..255, then 0 or 1",
                text -> read(text, scaled));
    }

    private static Optional<PixelOperation> read(String text, boolean scaled) {
        String[] items = Numbers.items(text, 1, 4);
        double amount = Numbers.real(items[0], 0, 5);
        double radius = items.length > 1 ? Numbers.real(items[1], 0, 250) : 0;
        int threshold = items.length > 2 ? Numbers.integer(items[2], 0, 255) : 0;
        boolean monochrome = items.length > 3 && Numbers.integer(items[3], 0, 1) == 1;
        return amount == 0 || radius == 0
                ? Optional.empty()
                : Optional.of(new UnsharpMaskOperation(amount, radius, threshold, monochrome, scaled));
    }

    @Override
    public Stage stage() {
        return Stage.SHARPENING;
    }

    @Override
    public ColorModel colorModel() {
        return monochrome ? ColorModel.CHROMA : ColorModel.ANY;
    }

    @Override
    public int reach(PixelScale scale) {
        return Gaussian.reach(deviation(scale));
    }

    private double deviation(PixelScale scale) {
        double smallest = Math.min(radius, SMALLEST_SCALED_RADIUS);
        return scaled ? Math.max(smallest, radius * Math.min(1, scale.content())) : radius;
    }

    @Override
    public long memory(long pixels) {
        return (SmoothPlanes.BYTES_PER_PIXEL + Float.BYTES + 4) * pixels;
    }

    @Override
    public Pixels apply(Raster raster) {
        Pixels pixels = raster.pixels();
        SmoothPlanes smooth = new SmoothPlanes(pixels, deviation(raster.scale()));
        List<Plane> planes = planes(pixels, smooth);
        float[] alpha = smooth.alpha();
        Plane opacity = pixels.alpha();
        return new Pixels(
                pixels.samples(), planes, alpha == null || opacity == null ? null : sharp(opacity, alpha), null);
    }

    private List<Plane> planes(Pixels pixels, SmoothPlanes smooth) {
        if (!monochrome || pixels.samples() == Samples.GRAY) {
            return byComponent(pixels, smooth);
        }
        return pixels.samples() == Samples.YCC
                ? List.of(sharp(pixels.plane(0), smooth.component(0)), pixels.plane(1), pixels.plane(2))
                : byLuma(pixels, smooth);
    }

    private List<Plane> byComponent(Pixels pixels, SmoothPlanes smooth) {
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < pixels.planes().size(); i++) {
            planes.add(sharp(pixels.plane(i), smooth.component(i)));
        }
        return planes;
    }

    private Plane sharp(Plane plane, float[] blurred) {
        byte[] before = plane.samples();
        byte[] samples = new byte[before.length];
        float factor = (float) amount;
        int leastBits = Float.floatToRawIntBits(threshold);
        for (int i = 0; i < samples.length; i++) {
            int level = before[i] & 0xff;
            samples[i] = Levels.of(level + change(level - blurred[i], factor, leastBits));
        }
        return new Plane(plane.width(), plane.height(), samples);
    }

    private List<Plane> byLuma(Pixels pixels, SmoothPlanes smooth) {
        float[] luma = luma(pixels);
        float[] change = smooth.component(luma.clone());
        float factor = (float) amount;
        int leastBits = Float.floatToRawIntBits(threshold);
        for (int i = 0; i < luma.length; i++) {
            change[i] = change(luma[i] - change[i], factor, leastBits);
        }
        return pixels.planes().stream().map(plane -> changed(plane, change)).toList();
    }

    private static float[] luma(Pixels pixels) {
        byte[] red = pixels.plane(0).samples();
        byte[] green = pixels.plane(1).samples();
        byte[] blue = pixels.plane(2).samples();
        float[] luma = new float[red.length];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = LUMA_RED * (red[i] & 0xff) + LUMA_GREEN * (green[i] & 0xff) + LUMA_BLUE * (blue[i] & 0xff);
        }
        return luma;
    }

    private static Plane changed(Plane plane, float[] change) {
        byte[] before = plane.samples();
        byte[] samples = new byte[before.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Levels.of((before[i] & 0xff) + change[i]);
        }
        return new Plane(plane.width(), plane.height(), samples);
    }

    /** What is added for a difference: nothing below the threshold, without a branch, which noise would have guessed wrong. */
    private static float change(float difference, float amount, int leastBits) {
        int bits = Float.floatToRawIntBits(difference);
        int below = ((bits & Integer.MAX_VALUE) - leastBits) >> Integer.SIZE - 1;
        return amount * Float.intBitsToFloat(bits & ~below);
    }
}
