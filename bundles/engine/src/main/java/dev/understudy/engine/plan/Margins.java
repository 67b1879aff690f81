package dev.understudy.engine.plan;

/** Margins to add, or to take away when negative; in pixels or as parts of the layer's width and height. */
public record Margins(double left, double top, double right, double bottom, boolean normalized) {

    public Margins {
        left += 0.0;
        top += 0.0;
        right += 0.0;
        bottom += 0.0;
    }
}
