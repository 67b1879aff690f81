package dev.understudy.engine.render;

import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.compose.Dissolve;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.Projective;
import dev.understudy.engine.operation.OperationChain;
import dev.understudy.engine.operation.PixelScale;
import dev.understudy.engine.operation.Raster;
import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;

/** Lays the layers of a scene over one another, each painted at the scale at which it is seen. */
final class ScenePainter {

    private final PixelLimit limit;
    private final UprightLayers upright;
    private final WarpedLayers warped;

    ScenePainter(PixelLimit limit) {
        this.limit = limit;
        upright = new UprightLayers(limit);
        warped = new WarpedLayers(upright, limit);
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
        long canvas = part.area() * CompositeCanvas.BYTES_PER_PIXEL;
        Region seen = view.canvas().intersect(part);
        if (view.composite().isPlain() || seen.isEmpty()) {
            return canvas + layersMemory(view, part);
        }
        Region needed = needed(view, seen);
        long flattened = needed.area() * CompositeCanvas.BYTES_PER_PIXEL + layersMemory(view, needed);
        return canvas + Math.max(flattened, view.operations().memory(needed.area()));
    }

    private Pixels painted(SceneView view, Region part, Color background) throws ServeException {
        CompositeCanvas canvas = new CompositeCanvas(part);
        if (!view.composite().isPlain()) {
            canvas.fill(part, background);
            paintTreated(canvas, view, part);
        } else if (view.blends()) {
            // layers are blended with one another, not with what is behind all of them
            paintLayers(canvas, view, part);
            canvas.fillBelow(background);
        } else {
            canvas.fill(part, background);
            paintLayers(canvas, view, part);
        }
        return canvas.pixels();
    }

    /** Paints the composite with its operations and its opacity. */
    private void paintTreated(CompositeCanvas canvas, SceneView view, Region part) throws ServeException {
        Region seen = view.canvas().intersect(part);
        if (seen.isEmpty()) {
            return;
        }
        Region needed = needed(view, seen);
        CompositeCanvas flattened = new CompositeCanvas(needed);
        paintLayers(flattened, view, needed);
        Pixels changed = view.operations().apply(new Raster(flattened.pixels(), needed, view.pixelScale()), seen);
        canvas.draw(changed, seen.x(), seen.y(), view.composite().opacity());
    }

    private Region needed(SceneView view, Region seen) throws ServeException {
        Region needed = view.operations().needed(seen, view.canvas(), view.pixelScale());
        limit.require(needed, "The composite, with the neighbors that its operations need,");
        return needed;
    }

    private long layersMemory(SceneView view, Region part) throws ServeException {
        long most = 0;
        for (Scene.Layer layer : view.scene().layers()) {
            LayerView seen = view.layer(layer);
            Region covered = view.rectangle(layer).intersect(part);
            if (!covered.isEmpty()) {
                long own = seen.blends() ? covered.area() * CompositeCanvas.BYTES_PER_PIXEL : 0;
                long blended = seen.blendMode() == BlendMode.DISSOLVE ? covered.area() : 0;
                long painted = seen.keepsAxes()
                        ? upright.memory(seen, covered)
                        : warped.memory(seen, view.projection(layer), covered);
                most = Math.max(most, own + Math.max(painted, blended));
            }
        }
        return most;
    }

    private void paintLayers(CompositeCanvas canvas, SceneView view, Region part) throws ServeException {
        for (Scene.Layer layer : view.scene().layers()) {
            LayerView seen = view.layer(layer);
            Region covered = view.rectangle(layer).intersect(part);
            if (!covered.isEmpty() && seen.blends()) {
                CompositeCanvas own = new CompositeCanvas(covered);
                paintLayer(own, view, seen, covered);
                canvas.blend(own.pixels(), covered.x(), covered.y(), seen.blendMode(), view.dissolve(layer));
            } else if (!covered.isEmpty()) {
                paintLayer(canvas, view, seen, covered);
            }
        }
    }

    private void paintLayer(CompositeCanvas canvas, SceneView view, LayerView layer, Region covered)
            throws ServeException {
        canvas.fill(covered, layer.layer().plan().fill().background());
        if (layer.keepsAxes()) {
            upright.paint(canvas, layer, covered);
        } else {
            warped.paint(canvas, layer, view.projection(layer.layer()), covered);
        }
    }

    /**
     * A scene as it is seen in a window.
     *
     * @param toWindow from the canvas to the window
     */
    private record SceneView(Scene scene, Affine toWindow, ResMode mode) {

        CompositePlan composite() {
            return scene.plan().composite();
        }

        OperationChain operations() {
            return new OperationChain(composite().operations());
        }

        PixelScale pixelScale() {
            return new PixelScale(toWindow.meanStretch(), toWindow.meanStretch());
        }

        LayerView layer(Scene.Layer layer) {
            return new LayerView(layer, layer.layout().toCanvas().then(toWindow), toWindow.meanStretch(), mode);
        }

        /** How a layer is dissolved. */
        Dissolve dissolve(Scene.Layer layer) {
            return new Dissolve(canvas().x(), canvas().y(), layer.plan().number());
        }

        /** Whether the color of any layer depends on those below it. */
        boolean blends() {
            return scene.layers().stream().anyMatch(layer -> layer(layer).blends());
        }

        /** From the content of a layer to the window. */
        Projective projection(Scene.Layer layer) {
            return layer.layout().projection().then(toWindow);
        }

        /** The canvas that layer 0 makes. */
        Region canvas() {
            return rectangleOf(scene.layers().get(0));
        }

        /** The part of a layer's rectangle that lies on the canvas. */
        Region rectangle(Scene.Layer layer) {
            return rectangleOf(layer).intersect(canvas());
        }

        private Region rectangleOf(Scene.Layer layer) {
            return toWindow.bounds(Box.of(layer.layout().rect())).pixels();
        }
    }
}
