package dev.understudy.itest.conformance;

/**
 * A size in pixels, or what it may be where the reference does not say how a fraction is rounded.
 *
 * @param minWidth least columns
 * @param maxWidth most columns
 * @param minHeight least rows
 * @param maxHeight most rows
 */
record SizeRange(int minWidth, int maxWidth, int minHeight, int maxHeight) {

    /** Reads {@code 400x300} or {@code 400x266-267}. */
    static SizeRange parse(String text) {
        String[] sides = text.split("x");
        String[] width = sides[0].split("-");
        String[] height = sides[1].split("-");
        return new SizeRange(
                Integer.parseInt(width[0]),
                Integer.parseInt(width[width.length - 1]),
                Integer.parseInt(height[0]),
                Integer.parseInt(height[height.length - 1]));
    }

    void require(ReplyImage image) {
        boolean fits = image.width() >= minWidth
                && image.width() <= maxWidth
                && image.height() >= minHeight
                && image.height() <= maxHeight;
        if (!fits) {
            throw new AssertionError("size " + image.width() + "x" + image.height() + " instead of " + this);
        }
    }

    @Override
    public String toString() {
        return minWidth + "-" + maxWidth + "x" + minHeight + "-" + maxHeight;
    }
}
