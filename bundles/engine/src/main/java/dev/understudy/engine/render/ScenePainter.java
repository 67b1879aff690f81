package dev.understudy.engine.render;

import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.PixelLimit;
import dev.understudy.engine.operation.Raster;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;

/** Paints the composite of a scene: its layers, each at the scale at which it is seen, then what changes all of them. */
final class ScenePainter {

    private final PixelLimit limit;
    private final LayersPainter layers;

    ScenePainter(PixelLimit limit) {
        this.limit = limit;
        layers = new LayersPainter(limit);
    }

    /**
     * The composite without a background.
     *
     * @param toWindow from the canvas to the window; keeps axes
     * @param part the part of the window that is wanted; not empty
     */
    Pixels paint(Scene scene, Affine toWindow, Region part, ResMode mode) throws ServeException {
        return painted(new SceneView(scene, toWindow, mode), part, Color.TRANSPARENT);
    }

    /** The composite over a background. */
    Pixels paint(Scene scene, Affine toWindow, Region part, ResMode mode, Color background) throws ServeException {
        return painted(new SceneView(scene, toWindow, mode), part, background).withAlpha(null);
    }

    /**
     * Bytes that painting takes at a time at most, its result among them.
     *
     * @throws ServeException when part of it would be too large to paint
     */
    long memory(Scene scene, Affine toWindow, Region part, ResMode mode) throws ServeException {
        SceneView view = new SceneView(scene, toWindow, mode);
        Region seen = view.canvas().intersect(part);
        long canvas = part.area() * CompositeCanvas.BYTES_PER_PIXEL;
        boolean treated = !view.composite().isPlain() && !seen.isEmpty();
        return canvas + (treated ? treatedMemory(view, seen) : layers.memory(view, part));
    }

    private long treatedMemory(SceneView view, Region seen) throws ServeException {
        Region changed = changed(view, seen);
        Region needed = needed(view, changed);
        long flattening = needed.area() * CompositeCanvas.BYTES_PER_PIXEL + layers.memory(view, needed);
        long changing = Math.max(
                view.operations().memory(needed.area()), view.clipping().memory(changed));
        long drawing = seen.area() * CompositeCanvas.BYTES_PER_PIXEL;
        long effects = changed.area() * CompositeCanvas.BYTES_PER_PIXEL
                + Math.max(drawing, view.effects().memory(seen));
        return Math.max(Math.max(flattening, changing), view.effects().isEmpty() ? 0 : effects);
    }

    private Pixels painted(SceneView view, Region part, Color background) throws ServeException {
        CompositeCanvas canvas = new CompositeCanvas(part);
        Region shown = view.edges().intersect(part);
        if (view.blends()) {
            // layers and effects are blended with one another, not with what is behind all of them
            paint(canvas, view, shown);
            canvas.fillBelow(background);
        } else {
            canvas.fill(part, background);
            paint(canvas, view, shown);
        }
        return canvas.pixels();
    }

    private void paint(CompositeCanvas canvas, SceneView view, Region part) throws ServeException {
        if (part.isEmpty()) {
            return;
        }
        Region seen = view.canvas().intersect(part);
        if (view.composite().isPlain()) {
            layers.paint(canvas, view, part);
        } else if (!seen.isEmpty()) {
            paintTreated(canvas, view, seen);
        }
    }

    /** Paints the composite with its operations, its clip, its opacity and its effects. */
    private void paintTreated(CompositeCanvas canvas, SceneView view, Region seen) throws ServeException {
        Region changed = changed(view, seen);
        Pixels whole = changed(view, changed, needed(view, changed));
        Raster raster = new Raster(view.clipping().apply(whole, changed), changed, view.pixelScale());
        Silhouette silhouette = new Silhouette(view.canvas(), changed, raster.pixels());
        view.effects().paintOuter(canvas, silhouette, seen);
        canvas.draw(raster.cut(seen), seen.x(), seen.y(), view.composite().opacity());
        view.effects().paintInner(canvas, silhouette, seen);
    }

    private Pixels changed(SceneView view, Region changed, Region needed) throws ServeException {
        CompositeCanvas flattened = new CompositeCanvas(needed);
        layers.paint(flattened, view, needed);
        return view.operations()
                .apply(
                        new Raster(flattened.pixels(), Regions.from(view.canvas(), needed), view.pixelScale()),
                        Regions.from(view.canvas(), changed));
    }

    /** The part of the composite that is seen or has effects that are. */
    private Region changed(SceneView view, Region seen) throws ServeException {
        return Regions.united(seen, view.effects().needed(seen, limit));
    }

    private Region needed(SceneView view, Region changed) throws ServeException {
        Region needed = view.operations().needed(changed, view.canvas(), view.pixelScale());
        limit.require(needed, "The composite, with the neighbors that its operations need,");
        return needed;
    }
}
