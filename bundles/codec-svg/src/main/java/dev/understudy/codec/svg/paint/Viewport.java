package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.value.Length;
import java.awt.geom.AffineTransform;
import org.jspecify.annotations.Nullable;

/**
 * What percentages are of.
 *
 * @param width in pixels of the place
 * @param height likewise
 */
record Viewport(double width, double height) {

    private static final Length ALL = new Length(100, true);

    /** A whole, for percentages of what is neither across nor down. */
    double diagonal() {
        return Math.sqrt((width * width + height * height) / 2);
    }

    /** A length across, 0 where nothing is said. */
    double x(Style style, String name) {
        return or(style.geometry(name), Length.ZERO).of(width);
    }

    /** A length down, 0 where nothing is said. */
    double y(Style style, String name) {
        return or(style.geometry(name), Length.ZERO).of(height);
    }

    /** A width, all of it where nothing is said. */
    double wide(Style style) {
        return or(style.geometry("width"), ALL).of(width);
    }

    /** A height, all of it where nothing is said. */
    double high(Style style) {
        return or(style.geometry("height"), ALL).of(height);
    }

    /** An element's own transform. */
    AffineTransform transform(Style style) {
        return style.transform(width, height);
    }

    private static Length or(@Nullable Length length, Length fallback) {
        return length == null ? fallback : length;
    }
}
