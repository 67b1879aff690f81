package dev.understudy.engine.path;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.Projective;
import dev.understudy.engine.plan.PathData;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.EmbeddedPath.Combination;
import java.util.ArrayList;
import java.util.List;

/**
 * An area whose edge is made of curves. Each contour encloses an area of its own; from the first on they are put together.
 *
 * @param contours at least one
 */
public record PathArea(List<Contour> contours) {

    public PathArea {
        contours = List.copyOf(contours);
    }

    /**
     * What some closed curves enclose.
     *
     * @param combination what it does to the area of the contours before it; the first one that takes away takes it from everything
     * @param winding whether a point is within when the curves go round it at all, rather than an odd number of times
     * @param curves the edge
     */
    public record Contour(Combination combination, boolean winding, List<CubicCurve> curves) {

        public Contour {
            curves = List.copyOf(curves);
        }
    }

    /** What path data encloses: whatever its subpaths go round, as SVG fills paths that do not say how. */
    public static PathArea of(PathData path) {
        List<CubicCurve> curves = new ArrayList<>();
        for (PathData.Subpath subpath : path.subpaths()) {
            double x = subpath.x();
            double y = subpath.y();
            for (PathData.Segment segment : subpath.segments()) {
                curves.add(
                        segment instanceof PathData.Curve curve
                                ? new CubicCurve(
                                        x,
                                        y,
                                        curve.startX(),
                                        curve.startY(),
                                        curve.endX(),
                                        curve.endY(),
                                        curve.x(),
                                        curve.y())
                                : CubicCurve.line(x, y, segment.x(), segment.y()));
                x = segment.x();
                y = segment.y();
            }
            curves.add(CubicCurve.line(x, y, subpath.x(), subpath.y()));
        }
        return new PathArea(List.of(new Contour(Combination.UNITE, true, curves)));
    }

    /** What the path of a file encloses, in parts of its width and height. Open subpaths are closed by a straight line. */
    public static PathArea of(EmbeddedPath path) {
        List<Contour> contours = new ArrayList<>();
        for (EmbeddedPath.Subpath subpath : path.subpaths()) {
            contours.add(new Contour(subpath.combination(), false, curves(subpath)));
        }
        return new PathArea(contours);
    }

    private static List<CubicCurve> curves(EmbeddedPath.Subpath subpath) {
        List<CubicCurve> curves = new ArrayList<>();
        List<EmbeddedPath.Knot> knots = subpath.knots();
        for (int i = 0; i < knots.size(); i++) {
            EmbeddedPath.Knot from = knots.get(i);
            EmbeddedPath.Knot to = knots.get((i + 1) % knots.size());
            boolean closing = i + 1 == knots.size() && !subpath.closed();
            curves.add(
                    closing
                            ? CubicCurve.line(from.x(), from.y(), to.x(), to.y())
                            : new CubicCurve(
                                    from.x(),
                                    from.y(),
                                    from.afterX(),
                                    from.afterY(),
                                    to.beforeX(),
                                    to.beforeY(),
                                    to.x(),
                                    to.y()));
        }
        return curves;
    }

    /** The same area elsewhere. */
    public PathArea mapped(Affine mapping) {
        return new PathArea(contours.stream()
                .map(contour -> new Contour(
                        contour.combination(),
                        contour.winding(),
                        contour.curves().stream()
                                .map(curve -> curve.mapped(mapping))
                                .toList()))
                .toList());
    }

    /** The same area as a perspective shows it. */
    public PathArea mapped(Projective mapping) {
        return new PathArea(contours.stream()
                .map(contour -> new Contour(
                        contour.combination(),
                        contour.winding(),
                        contour.curves().stream()
                                .flatMap(curve -> curve.mapped(mapping).stream())
                                .toList()))
                .toList());
    }

    /** The smallest upright rectangle around all curves. */
    public Box bounds() {
        List<Box> boxes = contours.stream()
                .flatMap(contour -> contour.curves().stream())
                .map(CubicCurve::bounds)
                .toList();
        return new Box(
                boxes.stream().mapToDouble(Box::left).min().orElse(0),
                boxes.stream().mapToDouble(Box::top).min().orElse(0),
                boxes.stream().mapToDouble(Box::right).max().orElse(0),
                boxes.stream().mapToDouble(Box::bottom).max().orElse(0));
    }
}
