package dev.understudy.engine.layout;

import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.LayerTransform;
import dev.understudy.engine.plan.Margins;
import dev.understudy.engine.plan.Perspective;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.plan.Rect;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * Works out where a layer lies: crop, scale, flip, rotate, perspective, extend, place.
 *
 * <p>Source: the reference's pages on layer transforms, layer placement and the compositing canvas.
 */
public final class Layers {

    private static final double BEYOND_IMAGES = 1 << 27;

    private Layers() {}

    /**
     * Layer 0, which makes the canvas. When both of its {@code size=} values are given they are the canvas's size, and the
     * image lies in its middle.
     *
     * @param content the size of what it draws
     * @param scales whether crop and size work on the content; false for text and solid color, which are made to size
     */
    public static LayerLayout canvas(LayerPlan layer, PixelSize content, boolean scales) throws ServeException {
        LayerLayout placed = new Placing(layer, content, scales, null).layout();
        if (placed.rect().isEmpty()) {
            Margins margins = layer.transform().extend();
            boolean normalized = margins != null && margins.normalized();
            throw new ServeException(new Failure.InvalidParameter(
                    normalized ? "extendN" : "extend",
                    margins == null ? "" : margins.text(),
                    "margins that leave at least one pixel of layer 0"));
        }
        return placed;
    }

    /** A layer above {@code bottom}, which is layer 0. */
    public static LayerLayout above(LayerPlan layer, PixelSize content, boolean scales, LayerLayout bottom)
            throws ServeException {
        return new Placing(layer, content, scales, bottom).layout();
    }

    /**
     * The {@code size=} of a layer in whole pixels; 0 where it is free.
     *
     * @param canvas what a normalized size refers to, null for layer 0
     */
    public static PixelSize size(LayerPlan layer, @Nullable PixelSize canvas) throws ServeException {
        Point size = layer.transform().size();
        if (size == null) {
            return PixelSize.NONE;
        }
        double unitX = size.normalized() && canvas != null ? canvas.width() : 1;
        double unitY = size.normalized() && canvas != null ? canvas.height() : 1;
        return PixelLengths.size(
                "Layer " + layer.number(),
                size.x() > 0 ? PixelLengths.whole(size.x() * unitX) : 0,
                size.y() > 0 ? PixelLengths.whole(size.y() * unitY) : 0);
    }

    /** One layer on its way to its place. */
    private record Placing(
            LayerPlan layer,
            PixelSize content,
            boolean scales,
            @Nullable LayerLayout bottom) {

        LayerLayout layout() throws ServeException {
            LayerTransform transform = layer.transform();
            Region crop =
                    scales ? crop(transform.crop(), content) : new Region(0, 0, content.width(), content.height());
            PixelSize size = scales && transform.perspective() != null ? PixelSize.NONE : size(layer, canvasSize());
            PixelSize scaled = scales ? scaled(crop, size) : content;
            PixelSize padded = scales && bottom == null && size.area() > 0 ? size : scaled;
            double scaleX = (double) scaled.width() / crop.width();
            double scaleY = (double) scaled.height() / crop.height();
            double padX = Math.floor((padded.width() - scaled.width()) / 2.0);
            double padY = Math.floor((padded.height() - scaled.height()) / 2.0);
            Affine toPadded = Affine.translation(-crop.x(), -crop.y())
                    .then(Affine.scaling(scaleX, scaleY))
                    .then(Affine.translation(padX, padY));
            Affine mirror = Affine.mirror(
                    transform.flip().horizontal(), transform.flip().vertical(), padded.width(), padded.height());
            FlatLayer flat = new FlatLayer(
                    crop.intersect(new Region(0, 0, content.width(), content.height())),
                    toPadded.inverse().bounds(Box.of(padded)),
                    mirror.then(toPadded.inverse()),
                    toPadded.then(mirror).then(Affine.rotation(transform.rotate())));
            return transform.perspective() == null ? extended(flat) : bent(flat, transform.perspective());
        }

        private @Nullable PixelSize canvasSize() {
            return bottom == null
                    ? null
                    : new PixelSize(bottom.rect().width(), bottom.rect().height());
        }

        private PixelSize scaled(Region crop, PixelSize size) throws ServeException {
            double scale =
                    layer.transform().perspective() == null ? layer.transform().scale() : 1;
            if (size.width() > 0 || size.height() > 0) {
                double scaleX = size.width() > 0 ? (double) size.width() / crop.width() : Double.MAX_VALUE;
                double scaleY = size.height() > 0 ? (double) size.height() / crop.height() : Double.MAX_VALUE;
                scale = Math.min(scaleX, scaleY);
            }
            return PixelLengths.size(
                    "Layer " + layer.number(),
                    PixelLengths.whole(crop.width() * scale),
                    PixelLengths.whole(crop.height() * scale));
        }

        /** Adds the margins around the turned layer, then finds its place. */
        private LayerLayout extended(FlatLayer flat) throws ServeException {
            Box bounds = flat.bounds();
            double width = Math.ceil(bounds.width() - 1e-6);
            double height = Math.ceil(bounds.height() - 1e-6);
            Box margins = margins(width, height);
            PixelSize extended = extended(margins);
            Affine toLayer = flat.turned()
                    .then(Affine.translation(
                            (width - bounds.width()) / 2 - bounds.left() - margins.left(),
                            (height - bounds.height()) / 2 - bounds.top() - margins.top()));
            return placed(flat, toLayer, extended);
        }

        /** The rectangle from 0,0 with the margins around it. */
        private Box margins(double width, double height) {
            Margins extend = layer.transform().extend();
            Margins margins = extend == null ? new Margins(0, 0, 0, 0, false) : extend;
            double unitX = margins.normalized() ? width : 1;
            double unitY = margins.normalized() ? height : 1;
            double left = PixelLengths.rounded(margins.left() * unitX);
            double top = PixelLengths.rounded(margins.top() * unitY);
            double right = width + PixelLengths.rounded(margins.right() * unitX);
            double bottomEdge = height + PixelLengths.rounded(margins.bottom() * unitY);
            return new Box(-left, -top, right, bottomEdge);
        }

        private PixelSize extended(Box extended) throws ServeException {
            return PixelLengths.size(
                    "Layer " + layer.number(), Math.max(0, extended.width()), Math.max(0, extended.height()));
        }

        private LayerLayout placed(FlatLayer flat, Affine toLayer, PixelSize size) {
            double originX = size.width() / 2.0;
            double originY = size.height() / 2.0;
            Point origin = layer.placement().origin();
            Point anchor = layer.placement().anchor();
            if (origin != null) {
                originX = from(origin.x(), origin.normalized(), size.width());
                originY = from(origin.y(), origin.normalized(), size.height());
            } else if (anchor != null) {
                double x = from(anchor.x(), anchor.normalized(), content.width());
                double y = from(anchor.y(), anchor.normalized(), content.height());
                originX = toLayer.x(x, y);
                originY = toLayer.y(x, y);
            }
            if (bottom == null) {
                Region rect = new Region(0, 0, size.width(), size.height());
                return flat.layout(toLayer, null, rect, originX, originY);
            }
            Vertex position = position(bottom);
            double x = bottom.originX() + position.x() - originX;
            double y = bottom.originY() + position.y() - originY;
            if (toLayer.keepsAxes()) {
                x = PixelLengths.rounded(x);
                y = PixelLengths.rounded(y);
            }
            Region rect = new Box(x, y, x + size.width(), y + size.height()).touched(0);
            Affine toCanvas = toLayer.then(Affine.translation(x, y));
            return flat.layout(toCanvas, null, rect, originX, originY);
        }

        /** {@code pos=} in pixels. */
        private Vertex position(LayerLayout canvas) {
            Point position = layer.placement().position();
            return new Vertex(
                    position.x() * (position.normalized() ? canvas.rect().width() : 1),
                    position.y() * (position.normalized() ? canvas.rect().height() : 1));
        }

        /**
         * Has the layer fill its quadrilateral. The rectangle of layer 0 is what it would be without; that of others lies around
         * the quadrilateral, where the coordinates say, and {@code pos=} from there.
         */
        private LayerLayout bent(FlatLayer flat, Perspective perspective) throws ServeException {
            Box bounds = flat.bounds();
            Affine toFlat = flat.turned().then(Affine.translation(-bounds.left(), -bounds.top()));
            if (bottom == null) {
                Box whole = margins(Math.ceil(bounds.width() - 1e-6), Math.ceil(bounds.height() - 1e-6));
                PixelSize size = extended(whole);
                Projective toCanvas =
                        Quadrilateral.of(perspective, layer.number(), size).filledBy(bounds.width(), bounds.height());
                LayerLayout upright = placed(flat, toFlat, size);
                return flat.layout(toFlat, toCanvas, upright.rect(), upright.originX(), upright.originY());
            }
            PixelSize canvas =
                    new PixelSize(bottom.rect().width(), bottom.rect().height());
            Vertex position = position(bottom);
            Quadrilateral quad = Quadrilateral.of(perspective, layer.number(), canvas)
                    .moved(PixelLengths.rounded(position.x()), PixelLengths.rounded(position.y()));
            Region around = quad.bounds();
            Box margins = margins(around.width(), around.height());
            PixelSize size = extended(margins);
            double x = around.x() + margins.left();
            double y = around.y() + margins.top();
            Region rect = new Box(x, y, x + size.width(), y + size.height()).pixels();
            Projective toCanvas = quad.filledBy(bounds.width(), bounds.height());
            return flat.layout(toFlat, toCanvas, rect, size.width() / 2.0, size.height() / 2.0);
        }

        /** Pixels count from the upper left corner, normalized values from the middle. */
        private static double from(double value, boolean normalized, double length) {
            return normalized ? (value + 0.5) * length : value;
        }
    }

    /**
     * A layer before it is placed.
     *
     * @param clip the part of the content that shows
     * @param box what {@code color=} fills, in the content's coordinates
     * @param toContent from the layer's rectangle before it is rotated to the content
     * @param turned from the content to the rotated layer, wherever that lies
     */
    private record FlatLayer(Region clip, Box box, Affine toContent, Affine turned) {

        Box bounds() {
            return turned.bounds(box);
        }

        LayerLayout layout(
                Affine toCanvas, @Nullable Projective perspective, Region rect, double originX, double originY) {
            return new LayerLayout(clip, box, toContent, toCanvas, perspective, rect, originX, originY);
        }
    }

    /** The crop rectangle in whole pixels, at least one. */
    public static Region crop(@Nullable Rect crop, PixelSize content) {
        if (crop == null) {
            return new Region(0, 0, content.width(), content.height());
        }
        double unitX = crop.normalized() ? content.width() : 1;
        double unitY = crop.normalized() ? content.height() : 1;
        double left = near(crop.x() * unitX);
        double top = near(crop.y() * unitY);
        Region pixels = new Box(left, top, left + crop.width() * unitX, top + crop.height() * unitY).pixels();
        return new Region(pixels.x(), pixels.y(), Math.max(1, pixels.width()), Math.max(1, pixels.height()));
    }

    /** What lies beyond every image, less far away: there is nothing either way, but sizes stay what they are. */
    private static double near(double coordinate) {
        return Math.max(-BEYOND_IMAGES, Math.min(BEYOND_IMAGES, coordinate));
    }
}
