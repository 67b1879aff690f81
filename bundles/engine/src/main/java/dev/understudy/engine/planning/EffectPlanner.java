package dev.understudy.engine.planning;

import dev.understudy.engine.command.Commands;
import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.plan.Blending;
import dev.understudy.engine.plan.EffectPlan;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.engine.plan.Opacity;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Plans the effects of layers and of the composite.
 *
 * <p>Source: the reference's pages on layer effects, effect, effectMask, opac and color.
 */
final class EffectPlanner {

    private final ImageRequest request;

    EffectPlanner(ImageRequest request) {
        this.request = request;
    }

    /**
     * The effects of a layer, from the lowest to the highest.
     *
     * @param layer its number, or that of the composite
     * @param opacity that of the layer, which its effects share
     */
    List<EffectPlan> of(int layer, Opacity opacity) throws ServeException {
        List<EffectPlan> effects = new ArrayList<>();
        for (Map.Entry<Integer, CommandValues> effect :
                request.values().effectsOf(layer).entrySet()) {
            effects.add(effect(effect.getKey(), effect.getValue(), opacity.layer()));
        }
        return effects;
    }

    private EffectPlan effect(int number, CommandValues values, double parentOpacity) throws ServeException {
        Color color = values.get(Commands.COLOR);
        if (color == null) {
            throw values.invalid(Commands.COLOR, "a color, which effect " + number + " has to have: " + allowedColor());
        }
        double own = values.get(Commands.OPAC, Opacity.FULL).layer();
        return new EffectPlan(
                number,
                color,
                values.get(Commands.MASK_USE, MaskUse.NORM),
                values.get(Commands.POS, Point.ZERO),
                new Blending(values.get(Commands.BLEND_MODE, BlendMode.NORM), new Opacity(parentOpacity * own, 1)),
                number < 0 && request.values().global().get(Commands.EFFECT_MASK, request.catalog()),
                OperationPlanner.operations(values));
    }

    private static String allowedColor() {
        return Commands.COLOR.spellings().get(0).syntax().allowed();
    }
}
