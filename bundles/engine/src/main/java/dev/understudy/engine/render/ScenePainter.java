package dev.understudy.engine.render;

import dev.understudy.engine.compose.Canvas;
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
        Canvas canvas = new Canvas(part);
        paint(canvas, scene, toWindow, part, mode);
        double opacity = scene.plan().composite().opacity();
        if (opacity < 1) {
            canvas.fade(opacity);
        }
        return canvas.pixels();
    }

    /** The composite over a background. */
    Pixels paint(Scene scene, Affine toWindow, Region part, ResMode mode, Color background) throws ServeException {
        Canvas canvas = new Canvas(part);
        canvas.fill(part, background);
        if (scene.plan().composite().opacity() < 1) {
            canvas.draw(paint(scene, toWindow, part, mode), part.x(), part.y(), 1);
        } else {
            paint(canvas, scene, toWindow, part, mode);
        }
        return canvas.pixels().withAlpha(null);
    }

    private void paint(Canvas canvas, Scene scene, Affine toWindow, Region part, ResMode mode) throws ServeException {
        Region shown = toWindow.bounds(Box.of(scene.layers().get(0).layout().rect()))
                .pixels()
                .intersect(part);
        for (Scene.Layer layer : scene.layers()) {
            paint(canvas, layer, toWindow, shown, mode);
        }
    }

    private void paint(Canvas canvas, Scene.Layer layer, Affine toWindow, Region shown, ResMode mode)
            throws ServeException {
        LayerPlan plan = layer.plan();
        LayerLayout layout = layer.layout();
        Region part = toWindow.bounds(Box.of(layout.rect())).pixels().intersect(shown);
        if (part.isEmpty()) {
            return;
        }
        canvas.fill(part, plan.background());
        Affine fromContent = layout.toCanvas().then(toWindow);
        if (!fromContent.keepsAxes()) {
            rotated.draw(canvas, layer, fromContent, part, mode);
            return;
        }
        canvas.fill(fromContent.bounds(layout.box()).pixels().intersect(part), plan.fill());
        Region drawn = fromContent.bounds(Box.of(layout.clip())).pixels().intersect(part);
        if (!drawn.isEmpty() && plan.opacity() > 0) {
            Pixels pixels = layer.content().draw(fromContent, layout.clip(), drawn, mode);
            canvas.draw(pixels, drawn.x(), drawn.y(), plan.opacity());
        }
    }
}
