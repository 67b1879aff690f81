package dev.understudy.engine.render;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Projective;
import dev.understudy.engine.layout.Vertex;
import dev.understudy.engine.orient.OrientationTransform;
import dev.understudy.engine.plan.EmbeddedNotes;
import dev.understudy.failure.ServeException;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.EmbeddedPath.Knot;
import dev.understudy.image.EmbeddedPath.Subpath;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.PixelSize;
import java.util.List;

/**
 * Finds the notes that a reply is to carry in the image of layer 0, and moves its paths as its pixels are. Open paths are left out.
 *
 * <p>Source: the reference's pages on xmpEmbed and pathEmbed.
 */
final class SceneNotes {

    /** Bytes that notes take at most, read, moved and written. */
    static final long BYTES = 1 << 25;

    private SceneNotes() {}

    /** Notes of a scene, as far as they are wanted. */
    static Renderer.Notes of(Scene scene, EmbeddedNotes wanted) throws ServeException {
        Scene.Layer layer = scene.layers().get(0);
        LayerPainter shown = layer.painter() instanceof MaskedLayerPainter masked ? masked.content() : layer.painter();
        if (wanted.equals(EmbeddedNotes.NONE) || !(shown instanceof ImageLayerPainter painter)) {
            return Renderer.Notes.NONE;
        }
        OpenImage image = painter.image();
        return new Renderer.Notes(
                wanted.paths() ? moved(image.paths(), mapping(scene, layer, image.info())) : List.of(),
                wanted.xmp() ? image.xmp() : null);
    }

    /** From fractions of the stored image to those of the reply. */
    private static Projective mapping(Scene scene, Scene.Layer layer, ImageInfo info) {
        PixelSize reply = scene.view().reply();
        Affine upright = Affine.scaling(info.width(), info.height())
                .then(OrientationTransform.upright(info.orientation()).affine(info.width(), info.height()));
        return Projective.of(upright)
                .then(layer.layout().projection())
                .then(scene.view().toReply())
                .then(Affine.scaling(1.0 / reply.width(), 1.0 / reply.height()));
    }

    private static List<EmbeddedPath> moved(List<EmbeddedPath> paths, Projective mapping) {
        return paths.stream()
                .filter(path -> path.subpaths().stream().anyMatch(Subpath::closed))
                .map(path -> new EmbeddedPath(
                        path.name(),
                        path.clipping(),
                        path.subpaths().stream()
                                .filter(Subpath::closed)
                                .map(subpath -> moved(subpath, mapping))
                                .toList()))
                .toList();
    }

    private static Subpath moved(Subpath subpath, Projective mapping) {
        List<Knot> knots =
                subpath.knots().stream().map(knot -> moved(knot, mapping)).toList();
        return new Subpath(true, subpath.combination(), knots);
    }

    private static Knot moved(Knot knot, Projective mapping) {
        Vertex before = mapping.map(new Vertex(knot.beforeX(), knot.beforeY()));
        Vertex point = mapping.map(new Vertex(knot.x(), knot.y()));
        Vertex after = mapping.map(new Vertex(knot.afterX(), knot.afterY()));
        return new Knot(before.x(), before.y(), point.x(), point.y(), after.x(), after.y());
    }
}
