package dev.understudy.engine.render;

import dev.understudy.engine.color.Conversion;
import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.layout.Affine;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;

/**
 * The view of a nested request, with its transparency.
 *
 * @param scene the nested request
 * @param painter draws it
 * @param conversion what its own {@code icc=} does to its colors
 */
record NestedLayerPainter(Scene scene, ScenePainter painter, Conversion conversion) implements LayerPainter {

    /** The drawn image, the same in other colors, and in these again. */
    private static final int CONVERTED_BYTES_PER_PIXEL = 3 * CompositeCanvas.BYTES_PER_PIXEL;

    @Override
    public PixelSize size() {
        return scene.view().reply();
    }

    @Override
    public boolean isOpaque() {
        return scene.isOpaque();
    }

    @Override
    public long memory(Affine toWindow, Region clip, Region part, ResMode mode) throws ServeException {
        long drawing = painter.memory(scene, scene.view().toReply().then(toWindow), part, mode);
        long converting = part.area() * CONVERTED_BYTES_PER_PIXEL + Conversion.MEMORY;
        return conversion.isNothing() ? drawing : Math.max(drawing, converting);
    }

    @Override
    public Pixels draw(Affine toWindow, Region clip, Region part, ResMode mode) throws ServeException {
        return conversion.apply(
                painter.paint(scene, scene.view().toReply().then(toWindow), part, mode),
                part.x() - toWindow.originColumn(),
                part.y() - toWindow.originRow());
    }
}
