package dev.understudy.engine.render;

import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.operation.Raster;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;

/**
 * The content of a layer that has been drawn already, as it is seen in a window, so that it need not be decoded twice.
 *
 * @param original what drew it
 * @param drawn at least what is asked of it, in the same window
 */
record DrawnLayerPainter(LayerPainter original, Raster drawn) implements LayerPainter {

    @Override
    public PixelSize size() {
        return original.size();
    }

    @Override
    public boolean isOpaque() {
        return original.isOpaque();
    }

    @Override
    public long memory(Affine toWindow, Region clip, Region part, ResMode mode) {
        return part.area() * CompositeCanvas.BYTES_PER_PIXEL;
    }

    @Override
    public Pixels draw(Affine toWindow, Region clip, Region part, ResMode mode) {
        return drawn.cut(part);
    }
}
