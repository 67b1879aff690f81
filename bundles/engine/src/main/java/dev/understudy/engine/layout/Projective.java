package dev.understudy.engine.layout;

import java.util.List;

/**
 * A mapping of the plane that keeps straight lines straight:
 * {@code x' = (xx*x + xy*y + tx) / w}, {@code y' = (yx*x + yy*y + ty) / w} with {@code w = wx*x + wy*y + ww}. Coordinates are
 * those of pixel edges, as in {@link Affine}.
 */
public record Projective(
        double xx, double xy, double tx, double yx, double yy, double ty, double wx, double wy, double ww) {

    /** The same mapping. */
    public static Projective of(Affine affine) {
        return new Projective(affine.xx(), affine.xy(), affine.tx(), affine.yx(), affine.yy(), affine.ty(), 0, 0, 1);
    }

    /**
     * Maps the rectangle from 0,0 to {@code width,height} onto a convex quadrilateral.
     *
     * <p>Source: P. Heckbert, Fundamentals of Texture Mapping and Image Warping, 1989, section 2.2.3.
     *
     * @param corners where upper left, upper right, lower right and lower left come
     */
    public static Projective onto(List<Vertex> corners, double width, double height) {
        Vertex a = corners.get(0);
        Vertex b = corners.get(1);
        Vertex c = corners.get(2);
        Vertex d = corners.get(3);
        double sumX = a.x() - b.x() + c.x() - d.x();
        double sumY = a.y() - b.y() + c.y() - d.y();
        double rightX = b.x() - c.x();
        double rightY = b.y() - c.y();
        double lowerX = d.x() - c.x();
        double lowerY = d.y() - c.y();
        double det = rightX * lowerY - lowerX * rightY;
        double g = (sumX * lowerY - lowerX * sumY) / det;
        double h = (rightX * sumY - sumX * rightY) / det;
        Projective square = new Projective(
                b.x() - a.x() + g * b.x(),
                d.x() - a.x() + h * d.x(),
                a.x(),
                b.y() - a.y() + g * b.y(),
                d.y() - a.y() + h * d.y(),
                a.y(),
                g,
                h,
                1);
        return of(Affine.scaling(1 / width, 1 / height)).then(square);
    }

    /** First this, then {@code next}. */
    public Projective then(Affine next) {
        return then(of(next));
    }

    /** First this, then {@code next}. */
    public Projective then(Projective next) {
        return new Projective(
                next.xx * xx + next.xy * yx + next.tx * wx,
                next.xx * xy + next.xy * yy + next.tx * wy,
                next.xx * tx + next.xy * ty + next.tx * ww,
                next.yx * xx + next.yy * yx + next.ty * wx,
                next.yx * xy + next.yy * yy + next.ty * wy,
                next.yx * tx + next.yy * ty + next.ty * ww,
                next.wx * xx + next.wy * yx + next.ww * wx,
                next.wx * xy + next.wy * yy + next.ww * wy,
                next.wx * tx + next.wy * ty + next.ww * ww);
    }

    /** The way back. */
    public Projective inverse() {
        double det = xx * (yy * ww - ty * wy) - xy * (yx * ww - ty * wx) + tx * (yx * wy - yy * wx);
        return new Projective(
                (yy * ww - ty * wy) / det,
                (tx * wy - xy * ww) / det,
                (xy * ty - tx * yy) / det,
                (ty * wx - yx * ww) / det,
                (xx * ww - tx * wx) / det,
                (tx * yx - xx * ty) / det,
                (yx * wy - yy * wx) / det,
                (xy * wx - xx * wy) / det,
                (xx * yy - xy * yx) / det);
    }

    /** The horizontal coordinate of the mapped point. */
    public double x(double x, double y) {
        return (xx * x + xy * y + tx) / w(x, y);
    }

    /** The vertical coordinate of the mapped point. */
    public double y(double x, double y) {
        return (yx * x + yy * y + ty) / w(x, y);
    }

    /** What the coordinates of the mapped point are divided by. */
    public double w(double x, double y) {
        return wx * x + wy * y + ww;
    }

    /** The mapped point. */
    public Vertex map(Vertex point) {
        return new Vertex(x(point.x(), point.y()), y(point.x(), point.y()));
    }

    /** How the mapping moves and stretches what lies close to a point. */
    public Affine near(double x, double y) {
        LocalMapping near = new LocalMapping();
        near.of(this, x, y);
        return near.toAffine();
    }
}
