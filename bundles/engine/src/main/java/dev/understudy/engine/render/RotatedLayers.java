package dev.understudy.engine.render;

import dev.understudy.engine.compose.Canvas;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.LayerLayout;
import dev.understudy.engine.resample.Warp;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;

/**
 * Draws layers that are turned by an angle: first upright at the scale at which they are seen, with what fills them, then
 * turned.
 */
final class RotatedLayers {

    private final long maxPixels;

    RotatedLayers(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /**
     * Draws a layer, without its background.
     *
     * @param toWindow from the layer's content to the window
     * @param part what is wanted of the window
     */
    void draw(Canvas canvas, Scene.Layer layer, Affine toWindow, Region part, ResMode mode) throws ServeException {
        LayerLayout layout = layer.layout();
        Affine scale = Affine.scaling(toWindow.stretchOfX(), toWindow.stretchOfY());
        Affine turn = scale.inverse().then(toWindow);
        Region whole = scale.bounds(layout.box()).pixels();
        Region used = turn.inverse().bounds(Box.of(part)).touched(Warp.REACH).intersect(whole);
        if (used.isEmpty()) {
            return;
        }
        if ((long) used.width() * used.height() > maxPixels) {
            throw new ServeException(new Failure.TooLarge(
                    "Layer " + layer.plan().number() + ", turned, of " + used.width() + " x " + used.height()
                            + " pixels",
                    "MaxRenderRgnPixels, " + maxPixels + " pixels"));
        }
        Pixels upright = upright(layer, scale, used, mode);
        Affine toUpright = turn.inverse().then(Affine.translation(-used.x(), -used.y()));
        canvas.draw(Warp.draw(upright, toUpright, part, mode), part.x(), part.y(), 1);
    }

    private static Pixels upright(Scene.Layer layer, Affine scale, Region used, ResMode mode) throws ServeException {
        Canvas canvas = new Canvas(used);
        canvas.fill(used, layer.plan().fill());
        Region clip = layer.layout().clip();
        Region drawn = scale.bounds(Box.of(clip)).pixels().intersect(used);
        if (!drawn.isEmpty() && layer.plan().opacity() > 0) {
            Pixels pixels = layer.content().draw(scale, clip, drawn, mode);
            canvas.draw(pixels, drawn.x(), drawn.y(), layer.plan().opacity());
        }
        return canvas.pixels();
    }
}
