package dev.understudy.engine.plan;

/**
 * The wanted size of the view.
 *
 * @param width {@code wid=}, 0 when not given
 * @param height {@code hei=}, 0 when not given
 * @param scl {@code scl=}, the inverse factor, 0 when not given
 * @param fit {@code fit=}: how the scale follows from width and height
 */
public record ViewScaling(int width, int height, double scl, FitChoice fit) {

    /** The view at the composite's own size. */
    public static final ViewScaling NONE = new ViewScaling(0, 0, 0, FitChoice.NONE);

    public ViewScaling {
        scl += 0.0;
    }

    /** Whether the request leaves the size to the composite. */
    public boolean isFree() {
        return width == 0 && height == 0 && scl == 0;
    }
}
