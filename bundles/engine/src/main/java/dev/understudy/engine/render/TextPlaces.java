package dev.understudy.engine.render;

import dev.understudy.engine.layout.LayerLayout;
import dev.understudy.engine.operation.OperationChain;
import dev.understudy.engine.operation.PixelScale;
import dev.understudy.engine.plan.LayerPlacement;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.text.TypesetText;
import dev.understudy.image.Region;

/**
 * Finds where text lies that is drawn by a path or stands around a point, which may be beyond the rectangle of its layer.
 *
 * <p>Source: the reference's page on text layers.
 */
final class TextPlaces {

    private static final Region EVERYWHERE = new Region(-(1 << 27), -(1 << 27), 1 << 28, 1 << 28);
    private static final PixelScale FULL_SIZE = new PixelScale(1, 1);

    private TextPlaces() {}

    /** Text that has no size lies with the origin of its path, or the point it stands around, where the layer is placed. */
    static LayerPlan placed(LayerPlan layer, LayerPainter painter) {
        LayerPainter content = painter instanceof MaskedLayerPainter masked ? masked.content() : painter;
        return content instanceof TextLayerPainter text ? placed(layer, text.text()) : layer;
    }

    /** The same, for a layer of a text. */
    static LayerPlan placed(LayerPlan layer, TypesetText text) {
        LayerPlacement given = layer.placement();
        Point anchor = text.anchor();
        return anchor == null || given.anchor() != null || given.origin() != null
                ? layer
                : layer.withPlacement(new LayerPlacement(anchor, null, given.position()));
    }

    /** The same layout with all that there is of a text which is seen beyond its rectangle, and what operations make of that. */
    static LayerLayout withAllInk(LayerLayout layout, LayerPlan layer, LayerPainter painter) {
        return isSeenBeyond(layer, painter) && painter instanceof TextLayerPainter text
                ? layout.withClip(changed(text.text().extent(), layer))
                : layout;
    }

    private static Region changed(Region extent, LayerPlan layer) {
        return new OperationChain(layer.operations()).needed(extent, EVERYWHERE, FULL_SIZE);
    }

    /** Whether a layer is text that is seen beyond its rectangle, as it is unless {@code extend=} or a mask has it end there. */
    static boolean isSeenBeyond(LayerPlan layer, LayerPainter painter) {
        return painter instanceof TextLayerPainter text
                && text.text().isSeenBeyond()
                && layer.transform().extend() == null;
    }
}
