package dev.understudy.engine.layout;

import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;

/**
 * A rectangle that need not begin or end at whole pixels.
 *
 * @param left its left edge
 * @param top its upper edge
 * @param right its right edge, {@code left} or more
 * @param bottom its lower edge, {@code top} or more
 */
public record Box(double left, double top, double right, double bottom) {

    /** Edges this near to the middle of a pixel are taken to lie on it, whatever arithmetic made of them. */
    private static final double TOLERANCE = 1e-6;

    /** Far beyond every image, yet sums of a few of them fit an int. */
    private static final double FAR = 1 << 28;

    /** The rectangle of a whole image. */
    public static Box of(PixelSize size) {
        return new Box(0, 0, size.width(), size.height());
    }

    /** The same rectangle. */
    public static Box of(Region region) {
        return new Box(
                region.x(), region.y(), (double) region.x() + region.width(), (double) region.y() + region.height());
    }

    /** The smallest rectangle around both. */
    Box united(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    /** The pixels whose middle lies in it. Neighbors that share an edge never share a pixel nor leave one out. */
    public Region pixels() {
        int x = firstPixel(left);
        int y = firstPixel(top);
        return new Region(x, y, Math.max(0, firstPixel(right) - x), Math.max(0, firstPixel(bottom) - y));
    }

    /** The pixels of which any part lies in it, and {@code margin} more on each side. */
    public Region touched(double margin) {
        int x = bounded(Math.floor(left - margin));
        int y = bounded(Math.floor(top - margin));
        return new Region(
                x,
                y,
                Math.max(0, bounded(Math.ceil(right + margin)) - x),
                Math.max(0, bounded(Math.ceil(bottom + margin)) - y));
    }

    private static int firstPixel(double edge) {
        return bounded(Math.ceil(edge - 0.5 - TOLERANCE));
    }

    private static int bounded(double value) {
        return (int) Math.max(-FAR, Math.min(FAR, value));
    }
}
