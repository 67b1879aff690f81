package dev.understudy.engine.render;

import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.LayerLayout;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;

/** Lays the layers of a scene over one another, each drawn at the scale at which it is seen. */
final class ScenePainter {

    private final RotatedLayers rotated;

    ScenePainter(RotatedLayers rotated) {
        this.rotated = rotated;
    }

    /**
     * The composite without a background.
     *
     * @param toWindow from the canvas to the window; keeps axes
     * @param part what is wanted of the window; not empty
     */
    Pixels paint(Scene scene, Affine toWindow, Region part, ResMode mode) throws ServeException {
        CompositeCanvas canvas = new CompositeCanvas(part);
        paint(canvas, scene, toWindow, part, mode);
        double opacity = scene.plan().composite().opacity();
        if (opacity < 1) {
            canvas.fade(opacity);
        }
        return canvas.pixels();
    }

    /** The composite over a background. */
    Pixels paint(Scene scene, Affine toWindow, Region part, ResMode mode, Color background) throws ServeException {
        CompositeCanvas canvas = new CompositeCanvas(part);
        canvas.fill(part, background);
        if (scene.plan().composite().opacity() < 1) {
            canvas.draw(paint(scene, toWindow, part, mode), part.x(), part.y(), 1);
        } else {
            paint(canvas, scene, toWindow, part, mode);
        }
        return canvas.pixels().withAlpha(null);
    }

    /**
     * Bytes that painting takes at a time at most, its result among them.
     *
     * @throws ServeException when part of it would be too large to draw
     */
    long memory(Scene scene, Affine toWindow, Region part, ResMode mode) throws ServeException {
        Region shown = shown(scene, toWindow, part);
        long layers = 0;
        for (Scene.Layer layer : scene.layers()) {
            layers = Math.max(layers, memory(Placed.of(layer, toWindow, shown), mode));
        }
        int canvases = scene.plan().composite().opacity() < 1 ? 2 : 1;
        return canvases * part.area() * CompositeCanvas.BYTES_PER_PIXEL + layers;
    }

    private long memory(Placed placed, ResMode mode) throws ServeException {
        Scene.Layer layer = placed.layer();
        if (placed.part().isEmpty()) {
            return 0;
        }
        if (!placed.fromContent().keepsAxes()) {
            return rotated.memory(layer, placed.fromContent(), placed.part(), mode);
        }
        return placed.isDrawn()
                ? layer.content().memory(placed.fromContent(), layer.layout().clip(), placed.drawn(), mode)
                : 0;
    }

    private void paint(CompositeCanvas canvas, Scene scene, Affine toWindow, Region part, ResMode mode)
            throws ServeException {
        Region shown = shown(scene, toWindow, part);
        for (Scene.Layer layer : scene.layers()) {
            paint(canvas, Placed.of(layer, toWindow, shown), mode);
        }
    }

    private void paint(CompositeCanvas canvas, Placed placed, ResMode mode) throws ServeException {
        Scene.Layer layer = placed.layer();
        LayerPlan plan = layer.plan();
        LayerLayout layout = layer.layout();
        Region part = placed.part();
        Affine fromContent = placed.fromContent();
        if (part.isEmpty()) {
            return;
        }
        canvas.fill(part, plan.background());
        if (!fromContent.keepsAxes()) {
            rotated.draw(canvas, layer, fromContent, part, mode);
            return;
        }
        canvas.fill(fromContent.bounds(layout.box()).pixels().intersect(part), plan.fill());
        if (placed.isDrawn()) {
            Region drawn = placed.drawn();
            Pixels pixels = layer.content().draw(fromContent, layout.clip(), drawn, mode);
            canvas.draw(pixels, drawn.x(), drawn.y(), plan.opacity());
        }
    }

    /** What can be seen of the canvas that layer 0 makes. */
    private static Region shown(Scene scene, Affine toWindow, Region part) {
        return toWindow.bounds(Box.of(scene.layers().get(0).layout().rect()))
                .pixels()
                .intersect(part);
    }

    /**
     * A layer in the window.
     *
     * @param fromContent from its content to the window
     * @param part what its rectangle covers of what is shown
     * @param drawn what its content covers of that, unless it is turned
     */
    private record Placed(Scene.Layer layer, Affine fromContent, Region part, Region drawn) {

        static Placed of(Scene.Layer layer, Affine toWindow, Region shown) {
            LayerLayout layout = layer.layout();
            Affine fromContent = layout.toCanvas().then(toWindow);
            Region part = toWindow.bounds(Box.of(layout.rect())).pixels().intersect(shown);
            Region drawn = fromContent.bounds(Box.of(layout.clip())).pixels().intersect(part);
            return new Placed(layer, fromContent, part, drawn);
        }

        boolean isDrawn() {
            return !drawn.isEmpty() && layer.plan().opacity() > 0;
        }
    }
}
