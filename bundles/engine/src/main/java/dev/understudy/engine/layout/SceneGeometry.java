package dev.understudy.engine.layout;

import dev.understudy.image.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where everything in a reply lies.
 *
 * @param layers from the bottom up
 * @param canvas the rectangle that the composite is, in the coordinates of layer 0
 * @param view the part of it that the reply shows
 */
public record SceneGeometry(List<Place> layers, Region canvas, ViewLayout view) {

    public SceneGeometry {
        layers = List.copyOf(layers);
    }

    /**
     * A layer.
     *
     * @param number z-order
     * @param layout its place on the canvas
     * @param nested what is in the nested request that it shows; null for another content
     */
    public record Place(
            int number, LayerLayout layout, @Nullable SceneGeometry nested) {}
}
