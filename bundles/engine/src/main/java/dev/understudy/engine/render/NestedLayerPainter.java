package dev.understudy.engine.render;

import dev.understudy.engine.layout.Affine;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;

/** The view of a nested request, with its transparency. */
record NestedLayerPainter(Scene scene, ScenePainter painter) implements LayerPainter {

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
        return painter.memory(scene, scene.view().toReply().then(toWindow), part, mode);
    }

    @Override
    public Pixels draw(Affine toWindow, Region clip, Region part, ResMode mode) throws ServeException {
        return painter.paint(scene, scene.view().toReply().then(toWindow), part, mode);
    }
}
