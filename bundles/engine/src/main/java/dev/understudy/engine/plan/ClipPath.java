package dev.understudy.engine.plan;

import java.util.List;

/**
 * A path that limits what is seen of a layer or of the composite.
 *
 * <p>Source: the reference's pages on clipPath and clipXPath.
 */
public sealed interface ClipPath {

    /** A path of the request. */
    record Drawn(PathData path) implements ClipPath {}

    /**
     * Paths of the layer's image, or of that of layer 0 for the composite. All of them limit what is seen; those that are not
     * there do not.
     *
     * @param names at least one
     */
    record OfImage(List<String> names) implements ClipPath {

        public OfImage {
            names = List.copyOf(names);
        }
    }
}
