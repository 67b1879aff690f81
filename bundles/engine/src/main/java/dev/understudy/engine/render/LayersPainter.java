package dev.understudy.engine.render;

import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.layout.PixelLimit;
import dev.understudy.engine.operation.Raster;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Region;

/** Lays layers with their effects over one another. */
final class LayersPainter {

    private final PixelLimit limit;
    private final UprightLayers upright;
    private final WarpedLayers warped;

    LayersPainter(PixelLimit limit) {
        this.limit = limit;
        upright = new UprightLayers(limit);
        warped = new WarpedLayers(upright, limit);
    }

    /**
     * Bytes that {@link #paint} takes at a time at most, beside the canvas.
     *
     * @throws ServeException {@code size.limit} when part of a layer would be too large to paint
     */
    long memory(SceneView view, Region part) throws ServeException {
        long most = 0;
        for (Scene.Layer layer : view.scene().layers()) {
            most = Math.max(most, memory(view, layer, part));
        }
        return most;
    }

    private long memory(SceneView view, Scene.Layer layer, Region part) throws ServeException {
        LayerView seen = view.layer(layer);
        EffectStack effects = view.effects(layer);
        Region covered = view.covered(layer).intersect(part);
        Region affecting = effects.needed(part, limit);
        if (affecting.isEmpty()) {
            return laidMemory(view, seen, covered);
        }
        Region drawn = Regions.united(covered, affecting);
        long foreground = paintedMemory(view, seen.foregroundAlone(), drawn);
        return drawn.area() * CompositeCanvas.BYTES_PER_PIXEL
                + Math.max(foreground, Math.max(laidMemory(view, seen, covered), effects.memory(part)));
    }

    private long laidMemory(SceneView view, LayerView seen, Region covered) throws ServeException {
        long own = seen.blends() ? covered.area() * CompositeCanvas.BYTES_PER_PIXEL : 0;
        long blended = seen.blendMode() == BlendMode.DISSOLVE ? covered.area() : 0;
        return own + Math.max(paintedMemory(view, seen, covered), blended);
    }

    private long paintedMemory(SceneView view, LayerView seen, Region part) throws ServeException {
        if (part.isEmpty()) {
            return 0;
        }
        return seen.keepsAxes() ? upright.memory(seen, part) : warped.memory(seen, view.projection(seen.layer()), part);
    }

    /**
     * Paints the layers of a scene.
     *
     * @param part the part of the window that is wanted
     * @throws ServeException as {@link #memory}, and when a content cannot be drawn
     */
    void paint(CompositeCanvas canvas, SceneView view, Region part) throws ServeException {
        for (Scene.Layer layer : view.scene().layers()) {
            Region affecting = view.effects(layer).needed(part, limit);
            Region covered = view.covered(layer).intersect(part);
            if (affecting.isEmpty()) {
                lay(canvas, view, view.layer(layer), covered);
            } else {
                layWithEffects(canvas, view, layer, part, Regions.united(covered, affecting));
            }
        }
    }

    private void layWithEffects(CompositeCanvas canvas, SceneView view, Scene.Layer layer, Region part, Region drawn)
            throws ServeException {
        LayerView seen = view.layer(layer);
        EffectStack effects = view.effects(layer);
        CompositeCanvas foreground = new CompositeCanvas(drawn);
        paint(foreground, view, seen.foregroundAlone(), drawn);
        Silhouette silhouette = new Silhouette(effects.bounds(), drawn, foreground.pixels());
        effects.paintOuter(canvas, silhouette, part);
        Raster raster = new Raster(foreground.pixels(), drawn, seen.pixelScale());
        Region covered = view.covered(layer).intersect(part);
        // what has been clipped must not be clipped again
        boolean reusable = seen.keepsAxes() && seen.clipping().isNothing();
        lay(canvas, view, reusable ? seen.drawn(raster) : seen, covered);
        effects.paintInner(canvas, silhouette, part);
    }

    /** Lays a layer without its effects over what is below. */
    private void lay(CompositeCanvas canvas, SceneView view, LayerView seen, Region covered) throws ServeException {
        if (!covered.isEmpty() && seen.blends()) {
            CompositeCanvas own = new CompositeCanvas(covered);
            paint(own, view, seen, covered);
            canvas.blend(own.pixels(), covered.x(), covered.y(), seen.blendMode(), view.dissolve(seen.layer()));
        } else if (!covered.isEmpty()) {
            paint(canvas, view, seen, covered);
        }
    }

    private void paint(CompositeCanvas canvas, SceneView view, LayerView layer, Region covered) throws ServeException {
        Region rectangle = view.rectangle(layer.layer()).intersect(covered);
        canvas.fill(rectangle, layer.layer().plan().fill().background());
        if (layer.keepsAxes()) {
            upright.paint(canvas, layer, covered);
        } else {
            warped.paint(canvas, layer, view.projection(layer.layer()), covered);
        }
    }
}
