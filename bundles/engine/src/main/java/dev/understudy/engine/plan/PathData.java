package dev.understudy.engine.plan;

import java.util.List;

/**
 * Lines and curves, as requests write them, in absolute coordinates.
 *
 * <p>Source: the reference's page on clipPath.
 *
 * @param subpaths what it is made of, at least one
 */
public record PathData(List<Subpath> subpaths) {

    public PathData {
        subpaths = List.copyOf(subpaths);
        if (subpaths.isEmpty()) {
            throw new IllegalArgumentException("a path of nothing");
        }
    }

    /** The same elsewhere. */
    public PathData moved(double dx, double dy) {
        return new PathData(
                subpaths.stream().map(subpath -> subpath.moved(dx, dy)).toList());
    }

    /**
     * A run of lines and curves.
     *
     * @param x where it starts
     * @param y likewise
     * @param segments from there on
     * @param closed whether it says that it is closed; what encloses an area is closed by a straight line anyway
     */
    public record Subpath(double x, double y, List<Segment> segments, boolean closed) {

        public Subpath {
            x += 0.0;
            y += 0.0;
            segments = List.copyOf(segments);
        }

        Subpath moved(double dx, double dy) {
            List<Segment> moved =
                    segments.stream().map(segment -> segment.moved(dx, dy)).toList();
            return new Subpath(x + dx, y + dy, moved, closed);
        }
    }

    /** A piece of a subpath, from where the one before ends. */
    public sealed interface Segment {

        /** Where it ends. */
        double x();

        /** Likewise. */
        double y();

        /** The same elsewhere. */
        Segment moved(double dx, double dy);
    }

    /** A straight line. */
    public record Line(double x, double y) implements Segment {

        public Line {
            x += 0.0;
            y += 0.0;
        }

        @Override
        public Line moved(double dx, double dy) {
            return new Line(x + dx, y + dy);
        }
    }

    /**
     * A cubic Bézier curve.
     *
     * @param startX the control point of its beginning
     * @param startY likewise
     * @param endX the control point of its end
     * @param endY likewise
     * @param x where it ends
     * @param y likewise
     */
    public record Curve(double startX, double startY, double endX, double endY, double x, double y) implements Segment {

        public Curve {
            startX += 0.0;
            startY += 0.0;
            endX += 0.0;
            endY += 0.0;
            x += 0.0;
            y += 0.0;
        }

        @Override
        public Curve moved(double dx, double dy) {
            return new Curve(startX + dx, startY + dy, endX + dx, endY + dy, x + dx, y + dy);
        }
    }
}
