package dev.understudy.engine.layout;

import dev.understudy.engine.plan.LayerPlacement;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.image.PixelSize;

/** Finds the room for text whose layer has no size and that must be seen whole. */
public final class TextBoxSizing {

    /** Pixels across, where nothing says how wide the reply is to be. */
    private static final int USUAL_WIDTH = 400;

    private TextBoxSizing() {}

    /** The room of text that makes the canvas: as wide as the reply, as high as it comes out. */
    public static PixelSize ofCanvas(ViewPlan view) {
        int width = view.scaling().width() > 0
                ? view.scaling().width()
                : view.limits().defaultPix().width();
        return new PixelSize(width > 0 ? width : USUAL_WIDTH, 0);
    }

    /** The largest size at which a layer that is neither turned nor given margins stays on the canvas where it is placed. */
    public static PixelSize above(LayerLayout bottom, LayerPlan layer) {
        int width = bottom.rect().width();
        int height = bottom.rect().height();
        LayerPlacement placement = layer.placement();
        Point position = placement.position();
        double x = bottom.originX() + position.x() * (position.normalized() ? width : 1);
        double y = bottom.originY() + position.y() * (position.normalized() ? height : 1);
        Point origin = placement.origin() == null ? placement.anchor() : placement.origin();
        boolean share = origin == null || origin.normalized();
        return new PixelSize(
                room(x, origin == null ? 0 : origin.x(), share, width),
                room(y, origin == null ? 0 : origin.y(), share, height));
    }

    /** The box to set text in: as it has been set, unless that is beyond the room. */
    public static PixelSize box(PixelSize given, PixelSize set, PixelSize room) {
        boolean fits = set.width() <= room.width() && (room.height() == 0 || set.height() <= room.height());
        return fits
                ? given
                : new PixelSize(
                        given.width() > 0 ? given.width() : room.width(),
                        given.height() > 0 ? given.height() : room.height());
    }

    /**
     * The room along one side.
     *
     * @param at where on the canvas the layer's origin comes to lie
     * @param origin a share of the layer, counted from its middle, or pixels from its edge
     */
    private static int room(double at, double origin, boolean share, int length) {
        double before = share ? origin + 0.5 : 0;
        double start = share ? at : at - origin;
        double left = before > 0 ? start / before : Double.MAX_VALUE;
        double right = before < 1 ? (length - start) / (1 - before) : Double.MAX_VALUE;
        double room = start < 0 || before < 0 || before > 1 ? 0 : Math.floor(Math.min(left, right));
        // Placed off the canvas on purpose: then at least it is no larger than the canvas.
        return room >= 1 ? (int) Math.min(room, length) : length;
    }
}
