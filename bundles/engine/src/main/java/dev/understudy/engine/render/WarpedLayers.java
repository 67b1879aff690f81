package dev.understudy.engine.render;

import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.PixelLimit;
import dev.understudy.engine.layout.Projective;
import dev.understudy.engine.plan.Perspective;
import dev.understudy.engine.resample.Warp;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Region;

/**
 * Paints layers whose rows and columns are not those of the window: first upright, about as large as they are seen, then rotated or bent.
 */
final class WarpedLayers {

    private final UprightLayers upright;
    private final PixelLimit limit;

    WarpedLayers(UprightLayers upright, PixelLimit limit) {
        this.upright = upright;
        this.limit = limit;
    }

    /**
     * Bytes that {@link #paint} takes at a time at most, beside the canvas.
     *
     * @throws ServeException {@code size.limit} when the upright layer would be too large
     */
    long memory(LayerView view, Projective toWindow, Region part) throws ServeException {
        WarpedLayer layer = layer(view, toWindow, part);
        long canvas = layer.used().area() * CompositeCanvas.BYTES_PER_PIXEL;
        long warped = Warp.memory(layer.used(), part, layer.sampling());
        return canvas + Math.max(warped, upright.memory(layer.upright(), layer.used()));
    }

    /**
     * Paints a layer, without its background.
     *
     * @param toWindow from the layer's content to the window
     * @param part the part of the window that is wanted
     * @throws ServeException as {@link #memory}, and when the content cannot be drawn
     */
    void paint(CompositeCanvas canvas, LayerView view, Projective toWindow, Region part) throws ServeException {
        WarpedLayer layer = layer(view, toWindow, part);
        Region used = layer.used();
        if (used.isEmpty()) {
            return;
        }
        CompositeCanvas flat = new CompositeCanvas(used);
        upright.paint(flat, layer.upright(), used);
        Projective toUsed = layer.toUpright().then(Affine.translation(-used.x(), -used.y()));
        Warp warp = new Warp(flat.pixels(), toUsed, layer.outline(), layer.sampling());
        canvas.draw(warp.draw(part), part.x(), part.y(), 1);
    }

    private WarpedLayer layer(LayerView view, Projective toWindow, Region part) throws ServeException {
        Perspective perspective = view.layer().plan().transform().perspective();
        WarpedLayer layer = perspective == null
                ? WarpedLayer.rotated(view, view.toWindow(), part)
                : WarpedLayer.bent(view, toWindow, part, perspective, limit.max());
        limit.require(layer.used(), "Layer " + view.layer().plan().number() + ", rotated,");
        return layer;
    }
}
