package dev.understudy.engine.render;

import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.text.TypesetText;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;

/** Text, drawn straight at the scale at which it is seen. */
record TextLayerPainter(TypesetText text) implements LayerPainter {

    @Override
    public PixelSize size() {
        return text.size();
    }

    @Override
    public boolean isOpaque() {
        return false;
    }

    /** Once as the graphics have it, once as planes. */
    @Override
    public long memory(Affine toWindow, Region clip, Region part, ResMode mode) {
        return 2 * part.area() * CompositeCanvas.BYTES_PER_PIXEL;
    }

    @Override
    public Pixels draw(Affine toWindow, Region clip, Region part, ResMode mode) throws ServeException {
        return text.draw(toWindow, part);
    }
}
