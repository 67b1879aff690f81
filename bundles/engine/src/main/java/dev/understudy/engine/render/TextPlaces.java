package dev.understudy.engine.render;

import dev.understudy.engine.layout.LayerLayout;
import dev.understudy.engine.plan.LayerPlacement;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.Point;
import org.jspecify.annotations.Nullable;

/**
 * Finds where text lies that is drawn by a path, which may be beyond the rectangle of its layer.
 *
 * <p>Source: the reference's page on text layers.
 */
final class TextPlaces {

    private TextPlaces() {}

    /** Text that has no size lies with the origin of its path where the layer is placed. */
    static LayerPlan placed(LayerPlan layer, LayerPainter painter) {
        LayerPlacement given = layer.placement();
        Point anchor = anchor(painter);
        return anchor == null || given.anchor() != null || given.origin() != null
                ? layer
                : layer.withPlacement(new LayerPlacement(anchor, null, given.position()));
    }

    private static @Nullable Point anchor(LayerPainter painter) {
        LayerPainter content = painter instanceof MaskedLayerPainter masked ? masked.content() : painter;
        return content instanceof TextLayerPainter text ? text.text().anchor() : null;
    }

    /** Text is seen beyond its rectangle, unless {@code extend=} or a mask has it end there. */
    static LayerLayout withAllInk(LayerLayout layout, LayerPlan layer, LayerPainter painter) {
        return painter instanceof TextLayerPainter text && layer.transform().extend() == null
                ? layout.withClip(text.text().extent())
                : layout;
    }
}
