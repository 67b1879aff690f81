package dev.understudy.image;

/**
 * A rectangle of whole pixels.
 *
 * @param x left column
 * @param y top row
 * @param width columns, 0 or more
 * @param height rows, 0 or more
 */
public record Region(int x, int y, int width, int height) {

    public Region {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("a region of " + width + "x" + height);
        }
    }

    /** What both have in common; of no width or height when that is nothing. */
    public Region intersect(Region other) {
        int left = Math.max(x, other.x);
        int top = Math.max(y, other.y);
        int right = Math.min(x + width, other.x + other.width);
        int bottom = Math.min(y + height, other.y + other.height);
        return new Region(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /** How many pixels it holds. */
    public long area() {
        return (long) width * height;
    }

    /** Whether it holds no pixel. */
    public boolean isEmpty() {
        return width == 0 || height == 0;
    }
}
