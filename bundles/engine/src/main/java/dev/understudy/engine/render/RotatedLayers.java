package dev.understudy.engine.render;

import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.resample.Warp;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Region;

/** Paints layers that are rotated by an angle: first upright at the scale at which they are seen, then rotated. */
final class RotatedLayers {

    private final UprightLayers upright;
    private final PixelLimit limit;

    RotatedLayers(UprightLayers upright, PixelLimit limit) {
        this.upright = upright;
        this.limit = limit;
    }

    /**
     * The rotation of a layer.
     *
     * @param upright the layer before it, at the scale at which it is seen
     * @param rotation from the upright layer to the window
     * @param used the part of the upright layer that is needed
     */
    private record Rotation(LayerView upright, Affine rotation, Region used) {

        static Rotation of(LayerView view, Region part) {
            Affine scale =
                    Affine.scaling(view.toWindow().stretchOfX(), view.toWindow().stretchOfY());
            Affine rotation = scale.inverse().then(view.toWindow());
            LayerView upright = view.in(scale);
            Region used =
                    rotation.inverse().bounds(Box.of(part)).touched(Warp.REACH).intersect(upright.filled());
            return new Rotation(upright, rotation, used);
        }
    }

    /**
     * Bytes that {@link #paint} takes at a time at most, beside the canvas.
     *
     * @throws ServeException {@code size.limit} when the upright layer would be too large
     */
    long memory(LayerView view, Region part) throws ServeException {
        Rotation rotation = rotation(view, part);
        long canvas = rotation.used().area() * CompositeCanvas.BYTES_PER_PIXEL;
        long warped = part.area() * CompositeCanvas.BYTES_PER_PIXEL;
        return canvas + Math.max(warped, upright.memory(rotation.upright(), rotation.used()));
    }

    /**
     * Paints a layer, without its background.
     *
     * @param part the part of the window that is wanted
     * @throws ServeException as {@link #memory}, and when the content cannot be drawn
     */
    void paint(CompositeCanvas canvas, LayerView view, Region part) throws ServeException {
        Rotation rotation = rotation(view, part);
        Region used = rotation.used();
        if (used.isEmpty()) {
            return;
        }
        CompositeCanvas layer = new CompositeCanvas(used);
        upright.paint(layer, rotation.upright(), used);
        Affine toUpright = rotation.rotation().inverse().then(Affine.translation(-used.x(), -used.y()));
        canvas.draw(Warp.draw(layer.pixels(), toUpright, part, view.mode()), part.x(), part.y(), 1);
    }

    private Rotation rotation(LayerView view, Region part) throws ServeException {
        Rotation rotation = Rotation.of(view, part);
        limit.require(rotation.used(), "Layer " + view.layer().plan().number() + ", rotated,");
        return rotation;
    }
}
