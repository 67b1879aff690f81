package dev.understudy.engine.render;

import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.operation.OperationChain;
import dev.understudy.engine.operation.PixelScale;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;

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

    /** The operations on its foreground. */
    OperationChain operations() {
        return new OperationChain(layer.plan().operations());
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

    /** Whether any of its foreground can be seen. */
    boolean isVisible() {
        return opacity() > 0;
    }
}
