package dev.understudy.image;

import java.util.List;

/**
 * A named path that an image file carries beside its pixels, as Photoshop writes them.
 *
 * <p>Coordinates are fractions of the stored image, before its orientation: 0,0 is its upper left corner, 1,1 its lower
 * right one. They may lie beyond the image.
 *
 * @param name what requests call it
 * @param clipping whether the file says that this path is its outline
 * @param subpaths what it is made of, in the order of the file; at least one
 */
public record EmbeddedPath(String name, boolean clipping, List<Subpath> subpaths) {

    public EmbeddedPath {
        subpaths = List.copyOf(subpaths);
        if (subpaths.isEmpty()) {
            throw new IllegalArgumentException("a path of nothing");
        }
    }

    /** How the area of a subpath changes what those before it enclose. */
    public enum Combination {
        /** What either encloses, but not both. */
        EXCLUDE,
        /** What either encloses. */
        UNITE,
        /** What those before it enclose without this one. */
        SUBTRACT,
        /** What both enclose. */
        INTERSECT
    }

    /**
     * A run of cubic Bézier curves from knot to knot.
     *
     * @param closed whether it goes on from the last knot to the first
     * @param combination how it changes what those before it enclose
     * @param knots the points that it goes through, at least one
     */
    public record Subpath(boolean closed, Combination combination, List<Knot> knots) {

        public Subpath {
            knots = List.copyOf(knots);
            if (knots.isEmpty()) {
                throw new IllegalArgumentException("a subpath without knots");
            }
        }
    }

    /**
     * A point that a path goes through, between its control points.
     *
     * @param beforeX the control point of the curve that ends here
     * @param beforeY likewise, downwards
     * @param x the point itself
     * @param y likewise, downwards
     * @param afterX the control point of the curve that begins here
     * @param afterY likewise, downwards
     */
    public record Knot(double beforeX, double beforeY, double x, double y, double afterX, double afterY) {

        /** A corner between straight lines. */
        public static Knot corner(double x, double y) {
            return new Knot(x, y, x, y, x, y);
        }
    }
}
