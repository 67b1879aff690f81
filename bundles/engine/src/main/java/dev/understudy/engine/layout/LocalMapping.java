package dev.understudy.engine.layout;

/**
 * How a {@link Projective} mapping moves and stretches what lies close to a point: {@code x' = xx*x + xy*y + tx},
 * {@code y' = yx*x + yy*y + ty}. One object serves point after point, so that a mapping of every pixel of an image allocates nothing. For
 * one thread.
 */
public final class LocalMapping {

    private double xx = 1;
    private double xy;
    private double yx;
    private double yy = 1;
    private double tx;
    private double ty;

    /** Takes what {@code mapping} does close to a point. */
    public void of(Projective mapping, double x, double y) {
        double w = mapping.w(x, y);
        double mappedX = mapping.x(x, y);
        double mappedY = mapping.y(x, y);
        xx = (mapping.xx() - mappedX * mapping.wx()) / w;
        xy = (mapping.xy() - mappedX * mapping.wy()) / w;
        yx = (mapping.yx() - mappedY * mapping.wx()) / w;
        yy = (mapping.yy() - mappedY * mapping.wy()) / w;
        tx = mappedX - xx * x - xy * y;
        ty = mappedY - yx * x - yy * y;
    }

    /** The horizontal coordinate of the mapped point. */
    public double x(double x, double y) {
        return xx * x + xy * y + tx;
    }

    /** The vertical coordinate of the mapped point. */
    public double y(double x, double y) {
        return yx * x + yy * y + ty;
    }

    /** What the horizontal coordinate grows by, a unit to the right. */
    public double xx() {
        return xx;
    }

    /** What the horizontal coordinate grows by, a unit down. */
    public double xy() {
        return xy;
    }

    /** What the vertical coordinate grows by, a unit to the right. */
    public double yx() {
        return yx;
    }

    /** What the vertical coordinate grows by, a unit down. */
    public double yy() {
        return yy;
    }

    /** The same, for keeping. */
    Affine toAffine() {
        return new Affine(xx, xy, yx, yy, tx, ty);
    }
}
