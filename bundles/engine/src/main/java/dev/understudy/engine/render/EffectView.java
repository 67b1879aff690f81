package dev.understudy.engine.render;

import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.operation.OperationChain;
import dev.understudy.engine.operation.PixelOperation;
import dev.understudy.engine.operation.PixelOperation.Stage;
import dev.understudy.engine.operation.PixelScale;
import dev.understudy.engine.operation.Raster;
import dev.understudy.engine.plan.EffectPlan;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.engine.plan.Point;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * An effect as it is seen in a window. Its shape is that of its parent, or what is around that, changed by the operations on
 * shapes and shifted; those on colors come after.
 *
 * <p>Source: the reference's page on layer effects.
 *
 * @param plan the effect
 * @param canvas the canvas of the composite, beyond which nothing is seen
 * @param scale the size of the window's pixels
 * @param shiftX columns from the parent's shape to the effect's
 * @param shiftY rows from the parent's shape to the effect's
 */
record EffectView(EffectPlan plan, Region canvas, PixelScale scale, int shiftX, int shiftY) {

    /** Far more than any layer measures, yet sums of a few of them fit an int. */
    private static final int FAR = 1 << 27;

    private static final Region EVERYWHERE = new Region(-FAR, -FAR, 2 * FAR, 2 * FAR);
    private static final Region NOWHERE = new Region(0, 0, 0, 0);
    private static final int OPAQUE = 255;

    EffectView {
        shiftX = Math.max(-FAR / 2, Math.min(FAR / 2, shiftX));
        shiftY = Math.max(-FAR / 2, Math.min(FAR / 2, shiftY));
    }

    /**
     * An effect in a window.
     *
     * @param canvas the rectangle of the composite
     * @param toWindow from the composite to the window; keeps axes
     */
    static EffectView of(EffectPlan plan, Region canvas, Affine toWindow) {
        Point offset = plan.offset();
        double x = offset.normalized() ? offset.x() * canvas.width() : offset.x();
        double y = offset.normalized() ? offset.y() * canvas.height() : offset.y();
        double scale = toWindow.meanStretch();
        return new EffectView(
                plan,
                toWindow.bounds(Box.of(canvas)).pixels(),
                new PixelScale(scale, scale),
                (int) Math.rint(toWindow.x(x, y) - toWindow.x(0, 0)),
                (int) Math.rint(toWindow.y(x, y) - toWindow.y(0, 0)));
    }

    /**
     * The pixels of a part of the window in which it can be seen; none when it is transparent.
     *
     * @param parent where the foreground of its parent lies
     */
    Region seen(Region parent, Region part) {
        if (plan.color().alpha() == 0 || plan.blending().opacity().ofForeground() == 0) {
            return NOWHERE;
        }
        Region possible = plan.isInner() ? parent : shifted(reached(parent), 1);
        return possible.intersect(canvas).intersect(part);
    }

    /** The pixels, in the place of the parent, whose shape has to be known to paint those that are seen. */
    Region needed(Region parent, Region seen) {
        Region available = plan.isInner() ? EVERYWHERE : reached(parent);
        return ofShape().needed(shifted(seen, -1), available, scale);
    }

    /** Bytes that {@link #pixels} takes at a time at most. */
    long memory(Region needed, Region seen) {
        long shape = needed.area() + ofShape().memory(needed.area());
        long colored = (CompositeCanvas.BYTES_PER_PIXEL + 2L) * seen.area();
        return Math.max(shape, colored + ofColor().memory(seen.area())) + seen.area();
    }

    /**
     * A part of the effect.
     *
     * @param parent the foreground of its parent, as far as {@link #needed} says and {@code seen} reaches
     * @param parentOpacity of the parent's foreground, 0..1
     */
    Pixels pixels(Silhouette parent, double parentOpacity, Region seen) throws ServeException {
        Region needed = needed(parent.bounds(), seen);
        byte[] unchanged =
                plan.isInner() ? parent.levelsAround(needed, plan.maskUse()) : parent.levels(needed, plan.maskUse());
        Pixels gray = new Pixels(Samples.GRAY, List.of(plane(needed, unchanged)), null, null);
        Plane shape = ofShape()
                .apply(new Raster(gray, needed, scale), shifted(seen, -1))
                .plane(0);
        Plane alpha = plane(seen, alpha(shape.samples(), parent, parentOpacity, seen));
        Region place = Regions.from(canvas, seen);
        return ofColor().apply(new Raster(colored(alpha), place, scale), place);
    }

    /** The shape, in its own opacity, as far as the parent lets it be seen. */
    private byte[] alpha(byte[] shape, Silhouette parent, double parentOpacity, Region seen) {
        byte[] mask = parent.levels(seen, plan.isInner() ? plan.maskUse() : MaskUse.NORM);
        double[] weights = plan.isInner() ? within() : behind(parentOpacity);
        double opacity = plan.blending().opacity().ofForeground() * plan.color().alpha() / OPAQUE;
        byte[] alpha = new byte[shape.length];
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = (byte) Math.round((shape[i] & 0xff) * opacity * weights[mask[i] & 0xff]);
        }
        return alpha;
    }

    /** As opaque as the parent. */
    private static double[] within() {
        double[] weights = new double[OPAQUE + 1];
        for (int level = 0; level <= OPAQUE; level++) {
            weights[level] = level / (double) OPAQUE;
        }
        return weights;
    }

    /**
     * The parent's mask says how much of a pixel the parent covers; behind that, a knocked-out effect is not seen, however
     * transparent the parent has become. The parent itself still comes over what is left, so that is taken into account: no
     * seam shows along an opaque parent.
     */
    private double[] behind(double parentOpacity) {
        double[] weights = new double[OPAQUE + 1];
        for (int level = 0; level <= OPAQUE; level++) {
            double covered = level / (double) OPAQUE;
            double hidden = covered * parentOpacity;
            weights[level] = !plan.knockedOut() || hidden == 1 ? 1 : (1 - covered) / (1 - hidden);
        }
        return weights;
    }

    private Pixels colored(Plane alpha) {
        Color color = plan.color();
        return new Pixels(
                Samples.RGB,
                List.of(flat(alpha, color.red()), flat(alpha, color.green()), flat(alpha, color.blue())),
                alpha,
                null);
    }

    private OperationChain ofShape() {
        return operations(operation -> operation.stage() != Stage.GRAIN);
    }

    private OperationChain ofColor() {
        return operations(operation -> operation.stage() == Stage.GRAIN);
    }

    private OperationChain operations(Predicate<PixelOperation> wanted) {
        return new OperationChain(plan.operations().stream().filter(wanted).toList());
    }

    /** Where the parent's shape can come to. */
    private Region reached(Region parent) {
        Region near = parent.intersect(EVERYWHERE);
        return near.isEmpty() ? near : ofShape().needed(near, EVERYWHERE, scale);
    }

    private Region shifted(Region region, int direction) {
        return new Region(
                region.x() + direction * shiftX, region.y() + direction * shiftY, region.width(), region.height());
    }

    private static Plane flat(Plane size, int level) {
        byte[] samples = new byte[size.samples().length];
        Arrays.fill(samples, (byte) level);
        return new Plane(size.width(), size.height(), samples);
    }

    private static Plane plane(Region area, byte[] samples) {
        return new Plane(area.width(), area.height(), samples);
    }
}
