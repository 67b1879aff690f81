package dev.understudy.engine.render;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.LayerLayout;
import dev.understudy.engine.path.ClipArea;
import dev.understudy.engine.path.PathArea;
import dev.understudy.engine.plan.Clip;
import dev.understudy.engine.plan.ClipPath;
import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the areas of clips.
 *
 * <p>Source: the reference's pages on clipPath and clipXPath.
 */
final class ClipReader {

    private final EmbeddedPaths paths;

    ClipReader(EmbeddedPaths paths) {
        this.paths = paths;
    }

    /** The clip of a layer, in pixels of its content. */
    ClipArea clip(LayerPlan layer, LayerLayout layout) throws ServeException {
        Clip clip = layer.clip();
        return new ClipArea(areas(clip.inside(), layer, layout), areas(clip.outside(), layer, layout));
    }

    private List<PathArea> areas(@Nullable ClipPath path, LayerPlan layer, LayerLayout layout) throws ServeException {
        return path instanceof ClipPath.OfImage embedded
                ? paths.areas(layer.content(), embedded.names())
                : drawn(path, layout.toContent());
    }

    /**
     * The clip of the composite, in pixels of the canvas.
     *
     * @param bottom layer 0, whose paths can be named
     * @param canvas the rectangle that the composite is
     */
    ClipArea clip(CompositePlan composite, Scene.Layer bottom, Region canvas) throws ServeException {
        Affine toCanvas = Affine.mirror(
                        composite.flip().horizontal(), composite.flip().vertical(), canvas.width(), canvas.height())
                .then(Affine.translation(canvas.x(), canvas.y()));
        Clip clip = composite.clip();
        return new ClipArea(areas(clip.inside(), bottom, toCanvas), areas(clip.outside(), bottom, toCanvas));
    }

    private List<PathArea> areas(@Nullable ClipPath path, Scene.Layer bottom, Affine toCanvas) throws ServeException {
        return path instanceof ClipPath.OfImage embedded ? onCanvas(bottom, embedded.names()) : drawn(path, toCanvas);
    }

    /** The rectangle of the canvas that is left by the composite's {@code cropPathE=}. */
    Region cropped(CompositePlan composite, Scene.Layer bottom) throws ServeException {
        List<String> names = composite.cropPaths();
        return EmbeddedPaths.cropped(bottom.layout().rect(), onCanvas(bottom, names), names);
    }

    private List<PathArea> onCanvas(Scene.Layer bottom, List<String> names) throws ServeException {
        LayerLayout layout = bottom.layout();
        return paths.areas(bottom.plan().content(), names).stream()
                .map(area -> layout.perspective() == null
                        ? area.mapped(layout.toCanvas())
                        : area.mapped(layout.projection()))
                .toList();
    }

    private static List<PathArea> drawn(@Nullable ClipPath path, Affine mapping) {
        return path instanceof ClipPath.Drawn drawn
                ? List.of(PathArea.of(drawn.path()).mapped(mapping))
                : List.of();
    }
}
