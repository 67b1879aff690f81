package dev.understudy.engine.plan;

import dev.understudy.engine.operation.PixelOperation;
import dev.understudy.image.Color;
import java.util.List;

/**
 * An effect layer: a color in the shape of its parent, which is a layer or the composite. An outer effect lies behind the
 * parent and has the parent's shape; an inner effect lies on it, shows within it alone, and has the shape of all that is around
 * it. So the same commands make a drop shadow or an inner shadow, an outer or an inner glow.
 *
 * <p>Source: the reference's page on layer effects.
 *
 * @param number z-order; below 0 for an outer effect, above 0 for an inner one
 * @param color its color and opacity
 * @param maskUse what of the parent's mask is its shape
 * @param offset {@code pos=}: how far its shape is shifted from the parent's
 * @param blending the way in which it lies over what is below; its opacity has that of the parent in it
 * @param knockedOut whether the foreground of the parent keeps it from showing through; makes no difference to inner effects
 * @param operations changes of its shape and of its color, in the order in which they apply
 */
public record EffectPlan(
        int number,
        Color color,
        MaskUse maskUse,
        Point offset,
        Blending blending,
        boolean knockedOut,
        List<PixelOperation> operations) {

    public EffectPlan {
        operations = List.copyOf(operations);
    }

    /** The same effect in another color. */
    public EffectPlan withColor(Color newColor) {
        return new EffectPlan(number, newColor, maskUse, offset, blending, knockedOut, operations);
    }

    /** Whether it lies on its parent, and not behind it. */
    public boolean isInner() {
        return number > 0;
    }
}
