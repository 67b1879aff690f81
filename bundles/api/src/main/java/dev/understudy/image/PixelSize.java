package dev.understudy.image;

/**
 * A size in whole pixels.
 *
 * @param width 0 or more; what 0 means is said where it is used
 * @param height 0 or more
 */
public record PixelSize(int width, int height) {

    /** No size given. */
    public static final PixelSize NONE = new PixelSize(0, 0);

    public PixelSize {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("a size of " + width + "x" + height);
        }
    }

    /** Width times height. */
    public long area() {
        return (long) width * height;
    }
}
