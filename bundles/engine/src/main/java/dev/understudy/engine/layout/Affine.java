package dev.understudy.engine.layout;

/**
 * A mapping of the plane: {@code x' = xx*x + xy*y + tx}, {@code y' = yx*x + yy*y + ty}. Coordinates are those of pixel
 * edges: the pixel in column 0 reaches from 0 to 1.
 */
public record Affine(double xx, double xy, double yx, double yy, double tx, double ty) {

    public static final Affine IDENTITY = new Affine(1, 0, 0, 1, 0, 0);

    /** Everything moves. */
    public static Affine translation(double dx, double dy) {
        return new Affine(1, 0, 0, 1, dx, dy);
    }

    /** Everything grows, away from the origin. */
    public static Affine scaling(double sx, double sy) {
        return new Affine(sx, 0, 0, sy, 0, 0);
    }

    /** Mirrors what lies between 0 and {@code width}, and 0 and {@code height}, onto itself. */
    public static Affine mirror(boolean horizontally, boolean vertically, double width, double height) {
        return new Affine(
                horizontally ? -1 : 1, 0, 0, vertically ? -1 : 1, horizontally ? width : 0, vertically ? height : 0);
    }

    /** A turn about the origin, clockwise where y points down; exact for quarter turns. */
    public static Affine rotation(double degrees) {
        double turned = degrees % 360;
        if (turned % 90 == 0) {
            int quarter = Math.floorMod((int) (turned / 90), 4);
            int cos = quarter == 0 ? 1 : quarter == 2 ? -1 : 0;
            int sin = quarter == 1 ? 1 : quarter == 3 ? -1 : 0;
            return new Affine(cos, -sin, sin, cos, 0, 0);
        }
        double radians = Math.toRadians(turned);
        return new Affine(Math.cos(radians), -Math.sin(radians), Math.sin(radians), Math.cos(radians), 0, 0);
    }

    /** First this, then {@code next}. */
    public Affine then(Affine next) {
        return new Affine(
                next.xx * xx + next.xy * yx,
                next.xx * xy + next.xy * yy,
                next.yx * xx + next.yy * yx,
                next.yx * xy + next.yy * yy,
                next.x(tx, ty),
                next.y(tx, ty));
    }

    /** The way back. */
    public Affine inverse() {
        double det = xx * yy - xy * yx;
        double ixx = yy / det;
        double ixy = -xy / det;
        double iyx = -yx / det;
        double iyy = xx / det;
        return new Affine(ixx, ixy, iyx, iyy, -(ixx * tx + ixy * ty), -(iyx * tx + iyy * ty));
    }

    /** The horizontal coordinate of the mapped point. */
    public double x(double x, double y) {
        return xx * x + xy * y + tx;
    }

    /** The vertical coordinate of the mapped point. */
    public double y(double x, double y) {
        return yx * x + yy * y + ty;
    }

    /** The column that the origin is mapped to, in whole pixels. */
    public int originColumn() {
        return (int) PixelLengths.rounded(tx);
    }

    /** The row that the origin is mapped to, in whole pixels. */
    public int originRow() {
        return (int) PixelLengths.rounded(ty);
    }

    /** The smallest upright rectangle around the mapped rectangle. */
    public Box bounds(Box box) {
        double x = x(box.left(), box.top());
        double y = y(box.left(), box.top());
        double acrossX = xx * box.width();
        double acrossY = yx * box.width();
        double downX = xy * box.height();
        double downY = yy * box.height();
        return new Box(
                x + Math.min(0, acrossX) + Math.min(0, downX),
                y + Math.min(0, acrossY) + Math.min(0, downY),
                x + Math.max(0, acrossX) + Math.max(0, downX),
                y + Math.max(0, acrossY) + Math.max(0, downY));
    }

    /** Whether rows and columns stay rows and columns, or change places with one another. */
    public boolean keepsAxes() {
        return (xy == 0 && yx == 0) || swapsAxes();
    }

    /** Whether rows become columns. */
    public boolean swapsAxes() {
        return xx == 0 && yy == 0;
    }

    /** The factor by which horizontal lengths grow. */
    public double stretchOfX() {
        return Math.hypot(xx, yx);
    }

    /** The factor by which lengths grow in the mean of both directions. */
    public double meanStretch() {
        return Math.sqrt(stretchOfX() * stretchOfY());
    }

    /** The factor by which vertical lengths grow. */
    public double stretchOfY() {
        return Math.hypot(xy, yy);
    }
}
