package dev.understudy.engine.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The default images of a request and of the requests nested in it. Each request has one of its own: that of its
 * {@code defaultImage=}, else that of its catalog. One that has none gets that of the request around it.
 *
 * <p>Source: the reference's pages on defaultImage, and on nesting, whose list of commands that are ignored in nested requests does not have it.
 *
 * @param own what stands in for the images of the request itself; null for nothing
 * @param nested those of the requests in it, by the numbers of the layers that show them
 */
public record DefaultImages(@Nullable DefaultImage own, Map<Integer, DefaultImages> nested) {

    /** None. */
    public static final DefaultImages NONE = new DefaultImages(null, Map.of());

    public DefaultImages {
        nested = Map.copyOf(nested);
    }

    /** The default images of the plan in a layer: of a nested request, or of the request itself where a thumbnail has its image framed. */
    public DefaultImages at(int layer) {
        return nested.getOrDefault(layer, new DefaultImages(own, Map.of()));
    }
}
