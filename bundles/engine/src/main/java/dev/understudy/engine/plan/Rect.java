package dev.understudy.engine.plan;

/** A rectangle, in pixels or normalized; width and height are above 0. */
public record Rect(double x, double y, double width, double height, boolean normalized) {

    public Rect {
        x += 0.0;
        y += 0.0;
        width += 0.0;
        height += 0.0;
    }
}
