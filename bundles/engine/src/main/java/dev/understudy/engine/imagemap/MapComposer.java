package dev.understudy.engine.imagemap;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.LayerLayout;
import dev.understudy.engine.layout.Projective;
import dev.understudy.engine.layout.SceneGeometry;
import dev.understudy.image.Region;
import java.util.List;

/**
 * Takes the areas of layers where their images go, and puts them one behind the other.
 *
 * <p>Source: the reference's pages on image maps and map.
 */
public final class MapComposer {

    private MapComposer() {}

    /** The map of a reply. */
    public static ImageMap compose(LayerMaps maps, SceneGeometry scene) {
        return whole(maps, scene).visible();
    }

    /** The map of a view, with areas of any size. */
    private static ImageMap whole(LayerMaps maps, SceneGeometry scene) {
        ImageMap onCanvas = ImageMap.EMPTY;
        List<SceneGeometry.Place> layers = scene.layers();
        for (int i = layers.size() - 1; i >= 0; i--) {
            SceneGeometry.Place place = layers.get(i);
            LayerMaps.OfLayer map = maps.layers().get(place.number());
            if (map != null) {
                onCanvas = onCanvas.before(onCanvas(map, place));
            }
        }
        Region canvas = scene.canvas();
        Affine toCanvas = Affine.translation(canvas.x(), canvas.y());
        ImageMap composite = maps.composite()
                .within(new Box(0, 0, canvas.width(), canvas.height()))
                .mapped(Projective.of(toCanvas));
        return onCanvas.before(composite)
                .within(Box.of(canvas))
                .within(scene.view().edges())
                .mapped(Projective.of(scene.view().toReply()))
                .within(Box.of(scene.view().reply()));
    }

    private static ImageMap onCanvas(LayerMaps.OfLayer map, SceneGeometry.Place place) {
        LayerLayout layout = place.layout();
        Box rectangle = Box.of(layout.rect());
        if (map.placed()) {
            Affine toCanvas =
                    Affine.translation(layout.rect().x(), layout.rect().y());
            return map.map()
                    .within(new Box(0, 0, rectangle.width(), rectangle.height()))
                    .mapped(Projective.of(toCanvas));
        }
        LayerMaps inner = map.nested();
        SceneGeometry nested = place.nested();
        ImageMap own = inner == null || nested == null ? map.map() : whole(inner, nested);
        return own.onCanvas(Box.of(layout.clip()), layout.projection(), rectangle);
    }
}
