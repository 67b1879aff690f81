package dev.understudy.codec.svg.geometry;

import java.awt.geom.Path2D;
import java.util.List;

/**
 * What a shape is painted along.
 *
 * @param path its segments
 * @param vertices the places for markers; none for a shape that has no markers
 */
public record ShapeOutline(Path2D path, List<PathVertex> vertices) {

    /** The outline of a shape of which nothing is painted. */
    public static final ShapeOutline EMPTY = new ShapeOutline(new Path2D.Double(), List.of());

    /** Whether nothing is painted. */
    public boolean isEmpty() {
        return path.getCurrentPoint() == null;
    }
}
