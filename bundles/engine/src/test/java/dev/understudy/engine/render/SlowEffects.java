package dev.understudy.engine.render;

import dev.understudy.engine.operation.BlurOperation;
import dev.understudy.engine.operation.GrowOperation;
import dev.understudy.engine.operation.PixelOperation;
import dev.understudy.engine.plan.EffectPlan;
import dev.understudy.engine.plan.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The oracle of effects at full size: each pixel by itself, in double precision, without regions or parts. */
final class SlowEffects {

    /** A number for each place; endless. */
    interface Field {
        double at(int x, int y);
    }

    /** What lies in a place: a color not multiplied by its opacity, and the opacity. */
    record Spot(double red, double green, double blue, double opacity) {

        Spot under(double r, double g, double b, double above) {
            double sum = above + opacity * (1 - above);
            double weight = sum == 0 ? 0 : above / sum;
            return new Spot(mix(red, r, weight), mix(green, g, weight), mix(blue, b, weight), sum);
        }

        private static double mix(double below, double above, double weight) {
            return below + (above - below) * weight;
        }
    }

    /** An effect with the mask that it has inherited, and its shape. */
    private record Shaped(EffectPlan plan, Field mask, Field shape) {}

    private final List<Shaped> effects = new ArrayList<>();

    /**
     * Effects of a parent.
     *
     * @param mask the opacity of the parent, 0 around it
     * @param rectangle 1 within the rectangle of the parent, 0 around it
     */
    SlowEffects(List<EffectPlan> plans, Field mask, Field rectangle) {
        for (EffectPlan plan : plans) {
            Field used = used(plan, mask, rectangle);
            effects.add(new Shaped(plan, used, shape(plan, used)));
        }
    }

    /**
     * A place with a parent and its effects.
     *
     * @param below what lies under both
     * @param mask the opacity of the parent, 0 around it
     * @param parent the parent's color, and what its opacity is multiplied by
     */
    Spot at(int x, int y, Spot below, Field mask, Spot parent) {
        Spot spot = below;
        for (Shaped effect : effects) {
            if (!effect.plan().isInner()) {
                double covered = mask.at(x, y);
                boolean whole = !effect.plan().knockedOut() || covered * parent.opacity() == 1;
                double share = whole ? 1 : (1 - covered) / (1 - covered * parent.opacity());
                spot = laid(spot, effect.plan(), effect.shape().at(x, y) * share);
            }
        }
        spot = spot.under(parent.red(), parent.green(), parent.blue(), mask.at(x, y) * parent.opacity());
        for (Shaped effect : effects) {
            if (effect.plan().isInner()) {
                double within = effect.mask().at(x, y);
                spot = laid(spot, effect.plan(), effect.shape().at(x, y) * within);
            }
        }
        return spot;
    }

    private static Spot laid(Spot spot, EffectPlan effect, double shape) {
        double opacity = shape
                * effect.color().alpha()
                / 255.0
                * effect.blending().opacity().layer();
        return spot.under(
                effect.color().red(), effect.color().green(), effect.color().blue(), opacity);
    }

    private static Field used(EffectPlan effect, Field mask, Field rectangle) {
        return switch (effect.maskUse()) {
            case NORM -> mask;
            case INVERT -> (x, y) -> rectangle.at(x, y) * (1 - mask.at(x, y));
            case OFF -> rectangle;
        };
    }

    private static Field shape(EffectPlan effect, Field used) {
        Field changed = effect.isInner() ? (x, y) -> 1 - used.at(x, y) : used;
        for (PixelOperation operation : effect.operations()) {
            Field before = changed;
            if (operation instanceof GrowOperation grow) {
                changed = remembered((x, y) -> extreme(before, grow.radius(), x, y));
            } else if (operation instanceof BlurOperation blur) {
                double[] weights = weights(blur.radius());
                changed = remembered((x, y) -> blurred(before, weights, x, y));
            }
        }
        Field unshifted = changed;
        int dx = (int) effect.offset().x();
        int dy = (int) effect.offset().y();
        return (x, y) -> unshifted.at(x - dx, y - dy);
    }

    private static double extreme(Field field, int radius, int x, int y) {
        double extreme = field.at(x, y);
        int reach = Math.abs(radius);
        for (int v = y - reach; v <= y + reach; v++) {
            for (int u = x - reach; u <= x + reach; u++) {
                double level = field.at(u, v);
                extreme = radius > 0 ? Math.max(extreme, level) : Math.min(extreme, level);
            }
        }
        return extreme;
    }

    private static double blurred(Field field, double[] weights, int x, int y) {
        double sum = 0;
        double all = 0;
        for (int v = 1 - weights.length; v < weights.length; v++) {
            for (int u = 1 - weights.length; u < weights.length; u++) {
                double weight = weights[Math.abs(u)] * weights[Math.abs(v)];
                sum += weight * field.at(x + u, y + v);
                all += weight;
            }
        }
        return sum / all;
    }

    /** The shares of the curve over each pixel, by sums over slices of it. */
    private static double[] weights(double deviation) {
        double[] weights = new double[(int) Math.ceil(5 * deviation) + 1];
        for (int pixel = 0; pixel < weights.length; pixel++) {
            for (int i = 0; i < 50; i++) {
                double z = (pixel - 0.5 + (i + 0.5) / 50) / deviation;
                weights[pixel] += Math.exp(-z * z / 2);
            }
        }
        return weights;
    }

    /** A field whose numbers are worked out once. */
    private static Field remembered(Field field) {
        Map<Point, Double> known = new HashMap<>();
        return (x, y) -> known.computeIfAbsent(new Point(x, y, false), place -> field.at(x, y));
    }
}
