package dev.understudy.engine.plan;

/**
 * The wanted size of the view.
 *
 * @param width {@code wid=}, 0 when not given
 * @param height {@code hei=}, 0 when not given
 * @param scl {@code scl=}, the inverse factor, 0 when not given
 * @param fit {@code fit=}: how the scale follows from width and height
 * @param pixelRatio the factor that is in width, height, scl and limits because of {@code dpr=}, as far as the limits for replies let it;
 *     1 for none
 */
public record ViewScaling(int width, int height, double scl, FitChoice fit, double pixelRatio) {

    /** The view at the composite's own size. */
    public static final ViewScaling NONE = new ViewScaling(0, 0, 0, FitChoice.NONE);

    public ViewScaling {
        scl += 0.0;
        pixelRatio += 0.0;
    }

    /** The size for one pixel a pixel. */
    public ViewScaling(int width, int height, double scl, FitChoice fit) {
        this(width, height, scl, fit, 1);
    }

    /** The size times a factor. */
    ViewScaling times(double factor) {
        double divided = scl == 0 ? 0 : Math.max(Double.MIN_VALUE, scl / factor);
        return new ViewScaling(times(width, factor), times(height, factor), divided, fit, pixelRatio);
    }

    ViewScaling withPixelRatio(double newRatio) {
        return new ViewScaling(width, height, scl, fit, newRatio);
    }

    /** A length times a factor, at least a pixel; 0 stands for none. */
    static int times(int pixels, double factor) {
        return pixels == 0 ? 0 : (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(pixels * factor)));
    }

    /** Whether the request leaves the size to the composite. */
    public boolean isFree() {
        return width == 0 && height == 0 && scl == 0;
    }
}
