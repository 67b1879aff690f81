package dev.understudy.engine.text;

/**
 * How far text may grow to fill its box; the {@code copyfit} control words.
 *
 * <p>Source: the reference's page on copy fitting.
 *
 * @param largest size in points; text whose own size is not below it does not grow
 * @param lines how many lines it grows to, if it can be helped; 0 for any number
 * @param maxLines how many lines are drawn; 0 for any number
 */
record CopyFit(double largest, int lines, int maxLines) {

    static final CopyFit NONE = new CopyFit(0, 0, 0);

    CopyFit withLargest(double value) {
        return new CopyFit(value, lines, maxLines);
    }

    CopyFit withLines(int value) {
        return new CopyFit(largest, value, maxLines);
    }

    CopyFit withMaxLines(int value) {
        return new CopyFit(largest, lines, value);
    }

    /** The number of lines to keep to, whatever happens to those beyond; 0 for any number. */
    int limit() {
        return maxLines > 0 && lines > 0 ? Math.min(lines, maxLines) : Math.max(lines, maxLines);
    }
}
