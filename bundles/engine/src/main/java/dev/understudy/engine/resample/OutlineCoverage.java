package dev.understudy.engine.resample;

import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.ConvexPolygon;
import dev.understudy.engine.layout.Vertex;
import java.util.List;

/** How much of pixels a convex area covers, and where. For one thread. */
final class OutlineCoverage {

    /** Half a diagonal of a pixel: no edge that is further from its middle cuts it. */
    private static final double NEAR = Math.sqrt(0.5) + 1e-9;

    private final ConvexPolygon polygon;
    /** Of each edge the normal that points inwards, and where along it the edge lies. */
    private final double[][] edges;

    private double x;
    private double y;

    OutlineCoverage(ConvexPolygon polygon) {
        this.polygon = polygon;
        List<Vertex> vertices = polygon.vertices();
        boolean clockwise = turn(vertices) > 0;
        edges = new double[vertices.size()][];
        for (int i = 0; i < edges.length; i++) {
            Vertex from = vertices.get(i);
            Vertex to = vertices.get((i + 1) % edges.length);
            double length = Math.hypot(to.x() - from.x(), to.y() - from.y()) * (clockwise ? 1 : -1);
            double nx = -(to.y() - from.y()) / length;
            double ny = (to.x() - from.x()) / length;
            edges[i] = new double[] {nx, ny, nx * from.x() + ny * from.y()};
        }
    }

    /** The share of a pixel that it covers, 0..1, of which the middle is told afterwards. */
    double cover(int column, int row) {
        double depth = depth(column, row);
        if (depth >= NEAR) {
            return 1;
        }
        ConvexPolygon part = depth <= -NEAR
                ? new ConvexPolygon(List.of())
                : polygon.within(new Box(column, row, column + 1.0, row + 1.0));
        if (part.vertices().size() < 3) {
            return 0;
        }
        ConvexPolygon.Center center = part.center();
        x = center.x();
        y = center.y();
        return Math.min(1, center.area());
    }

    /** 1 when the middle of a pixel lies in it, else 0. */
    double holdsCenter(int column, int row) {
        return depth(column, row) >= 0 ? 1 : 0;
    }

    /** The middle of what the last pixel has of it. */
    double x() {
        return x;
    }

    /** Likewise. */
    double y() {
        return y;
    }

    /** How far within all edges the middle of a pixel lies. */
    private double depth(int column, int row) {
        x = column + 0.5;
        y = row + 0.5;
        double depth = Double.MAX_VALUE;
        for (double[] edge : edges) {
            depth = Math.min(depth, edge[0] * x + edge[1] * y - edge[2]);
        }
        return depth;
    }

    private static double turn(List<Vertex> vertices) {
        double sum = 0;
        for (int i = 0; i < vertices.size(); i++) {
            Vertex a = vertices.get(i);
            Vertex b = vertices.get((i + 1) % vertices.size());
            sum += (a.x() - vertices.get(0).x()) * (b.y() - vertices.get(0).y())
                    - (b.x() - vertices.get(0).x()) * (a.y() - vertices.get(0).y());
        }
        return sum;
    }
}
