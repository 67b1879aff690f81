package dev.understudy.engine.plan;

import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Margins to add, or to take away when negative; in pixels or as parts of the layer's width and height. */
public record Margins(double left, double top, double right, double bottom, boolean normalized) {

    public Margins {
        left += 0.0;
        top += 0.0;
        right += 0.0;
        bottom += 0.0;
    }

    /** The margins as a request can have them. */
    public String text() {
        return DoubleStream.of(left, top, right, bottom).mapToObj(Margins::text).collect(Collectors.joining(","));
    }

    private static String text(double margin) {
        return margin == Math.rint(margin) ? Long.toString((long) margin) : Double.toString(margin);
    }
}
