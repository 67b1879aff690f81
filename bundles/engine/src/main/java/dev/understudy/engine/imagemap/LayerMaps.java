package dev.understudy.engine.imagemap;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The image maps that a request puts together.
 *
 * @param layers the maps of its layers, by number
 * @param composite the map behind all others, in the coordinates of the composite
 */
public record LayerMaps(Map<Integer, OfLayer> layers, ImageMap composite) {

    public LayerMaps {
        layers = Map.copyOf(layers);
    }

    /**
     * The map of a layer.
     *
     * @param map its areas
     * @param placed whether they are in the coordinates of the layer's rectangle, and not in those of its image
     * @param nested the maps of the nested request that the layer shows; null for none, or when the layer has areas of its own
     */
    public record OfLayer(
            ImageMap map, boolean placed, @Nullable LayerMaps nested) {}
}
