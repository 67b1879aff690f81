package dev.understudy.engine.render;

import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.operation.OperationChain;
import dev.understudy.engine.operation.PixelScale;
import dev.understudy.engine.operation.Raster;
import dev.understudy.engine.plan.Blending;
import dev.understudy.engine.plan.LayerFill;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import java.util.List;

/**
 * A layer as it is seen in a window.
 *
 * @param layer the layer
 * @param toWindow from its content to the window, unless it is bent
 * @param compositeScale pixels of the window along one pixel of the composite
 * @param mode how it is scaled
 */
record LayerView(Scene.Layer layer, Affine toWindow, double compositeScale, ResMode mode) {

    /** The same layer in another window. */
    LayerView in(Affine toOtherWindow) {
        return new LayerView(layer, toOtherWindow, compositeScale, mode);
    }

    /** The way in which its colors mix with those below it. */
    BlendMode blendMode() {
        return layer.plan().blending().mode();
    }

    /** Whether all that it shows is painted before it is laid over what is below. */
    boolean blends() {
        return blendMode() != BlendMode.NORM;
    }

    /** The opacity of its foreground. */
    double opacity() {
        return layer.plan().blending().opacity().ofForeground();
    }

    /** Whether its rows and columns are those of the window. */
    boolean keepsAxes() {
        return layer.layout().perspective() == null && toWindow.keepsAxes();
    }

    /** What is seen of it. */
    Clipping clipping() {
        return new Clipping(layer.clip(), toWindow);
    }

    /** The same layer with nothing but its foreground, as opaque as it is before it is laid over others. */
    LayerView foregroundAlone() {
        LayerPlan alone = layer.plan().withFill(LayerFill.NONE).withBlending(Blending.PLAIN);
        return new LayerView(
                new Scene.Layer(alone, layer.painter(), layer.layout(), layer.clip()), toWindow, compositeScale, mode);
    }

    /** The same layer, whose foreground has been drawn in this window and need not be drawn again. */
    LayerView drawn(Raster foreground) {
        LayerPlan changed = layer.plan().withOperations(List.of());
        LayerPainter painter = new DrawnLayerPainter(layer.painter(), foreground);
        return new LayerView(
                new Scene.Layer(changed, painter, layer.layout(), layer.clip()), toWindow, compositeScale, mode);
    }

    /** The operations on its foreground. */
    OperationChain operations() {
        return new OperationChain(layer.plan().operations());
    }

    /** The place of its content in the window, from which the coordinates of its pixels count, whatever part is wanted. */
    Region place() {
        return toWindow.bounds(Box.of(layer.painter().size())).pixels();
    }

    /** The size of the window's pixels. */
    PixelScale pixelScale() {
        return new PixelScale(compositeScale, toWindow.meanStretch());
    }

    /** The pixels that its foreground covers, unless it is rotated. */
    Region foreground() {
        return toWindow.bounds(Box.of(layer.layout().clip())).pixels();
    }

    /** The pixels that {@code color=} fills, unless it is rotated. */
    Region filled() {
        return toWindow.bounds(layer.layout().box()).pixels();
    }

    /** The pixels of all that there is of it, unless it is rotated. */
    Region reach() {
        return Regions.united(filled(), foreground());
    }

    /** Whether any of its foreground can be seen. */
    boolean isVisible() {
        return opacity() > 0;
    }
}
