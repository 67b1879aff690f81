package dev.understudy.engine.plan;

/**
 * The opacity of a layer, in two factors.
 *
 * <p>Source: the reference's page on opac.
 *
 * @param layer 0..1, for the layer with its effects
 * @param fill 0..1, for the layer's own foreground alone
 */
public record Opacity(double layer, double fill) {

    /** No change. */
    public static final Opacity FULL = new Opacity(1, 1);

    public Opacity {
        layer += 0.0;
        fill += 0.0;
    }

    /** The opacity of the layer's own foreground. */
    public double ofForeground() {
        return layer * fill;
    }
}
