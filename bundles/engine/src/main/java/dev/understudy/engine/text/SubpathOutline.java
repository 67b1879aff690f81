package dev.understudy.engine.text;

import dev.understudy.engine.plan.PathData;
import java.awt.geom.Path2D;

/** Writes path data as Java has paths. */
final class SubpathOutline {

    private SubpathOutline() {}

    /**
     * A subpath.
     *
     * @param closed whether a straight line leads back to its start
     */
    static Path2D of(PathData.Subpath subpath, boolean closed) {
        Path2D path = new Path2D.Double();
        path.moveTo(subpath.x(), subpath.y());
        for (PathData.Segment segment : subpath.segments()) {
            if (segment instanceof PathData.Curve curve) {
                path.curveTo(curve.startX(), curve.startY(), curve.endX(), curve.endY(), curve.x(), curve.y());
            } else {
                path.lineTo(segment.x(), segment.y());
            }
        }
        if (closed) {
            path.lineTo(subpath.x(), subpath.y());
        }
        return path;
    }
}
