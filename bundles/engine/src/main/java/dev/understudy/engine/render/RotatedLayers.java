package dev.understudy.engine.render;

import dev.understudy.engine.compose.CompositeCanvas;
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
     * How a layer is turned.
     *
     * @param scale from the layer's content to the upright layer, at the scale at which it is seen
     * @param turn from the upright layer to the window
     * @param used what is needed of the upright layer
     * @param drawn what the content covers of that
     */
    private record Turned(Affine scale, Affine turn, Region used, Region drawn) {

        static Turned of(LayerLayout layout, Affine toWindow, Region part) {
            Affine scale = Affine.scaling(toWindow.stretchOfX(), toWindow.stretchOfY());
            Affine turn = scale.inverse().then(toWindow);
            Region whole = scale.bounds(layout.box()).pixels();
            Region used =
                    turn.inverse().bounds(Box.of(part)).touched(Warp.REACH).intersect(whole);
            Region drawn = scale.bounds(Box.of(layout.clip())).pixels().intersect(used);
            return new Turned(scale, turn, used, drawn);
        }
    }

    /**
     * Bytes that {@link #draw} takes at a time at most, beside the canvas.
     *
     * @throws ServeException {@code size.limit} when the upright layer would be too large
     */
    long memory(Scene.Layer layer, Affine toWindow, Region part, ResMode mode) throws ServeException {
        Turned turned = turned(layer, toWindow, part);
        long upright = turned.used().area() * CompositeCanvas.BYTES_PER_PIXEL;
        long warped = part.area() * CompositeCanvas.BYTES_PER_PIXEL;
        boolean nothing = turned.drawn().isEmpty() || layer.plan().opacity() <= 0;
        long content = nothing
                ? 0
                : layer.content().memory(turned.scale(), layer.layout().clip(), turned.drawn(), mode);
        return upright + Math.max(warped, content);
    }

    /**
     * Draws a layer, without its background.
     *
     * @param toWindow from the layer's content to the window
     * @param part what is wanted of the window
     * @throws ServeException as {@link #memory}, and as the content has it
     */
    void draw(CompositeCanvas canvas, Scene.Layer layer, Affine toWindow, Region part, ResMode mode)
            throws ServeException {
        Turned turned = turned(layer, toWindow, part);
        Region used = turned.used();
        if (used.isEmpty()) {
            return;
        }
        Pixels upright = upright(layer, turned, mode);
        Affine toUpright = turned.turn().inverse().then(Affine.translation(-used.x(), -used.y()));
        canvas.draw(Warp.draw(upright, toUpright, part, mode), part.x(), part.y(), 1);
    }

    private Turned turned(Scene.Layer layer, Affine toWindow, Region part) throws ServeException {
        Turned turned = Turned.of(layer.layout(), toWindow, part);
        Region used = turned.used();
        if (used.area() > maxPixels) {
            throw new ServeException(new Failure.TooLarge(
                    "Layer " + layer.plan().number() + ", turned, of " + used.width() + " x " + used.height()
                            + " pixels",
                    "MaxRenderRgnPixels, " + maxPixels + " pixels"));
        }
        return turned;
    }

    private static Pixels upright(Scene.Layer layer, Turned turned, ResMode mode) throws ServeException {
        CompositeCanvas canvas = new CompositeCanvas(turned.used());
        canvas.fill(turned.used(), layer.plan().fill());
        Region drawn = turned.drawn();
        if (!drawn.isEmpty() && layer.plan().opacity() > 0) {
            Pixels pixels = layer.content().draw(turned.scale(), layer.layout().clip(), drawn, mode);
            canvas.draw(pixels, drawn.x(), drawn.y(), layer.plan().opacity());
        }
        return canvas.pixels();
    }
}
