package dev.understudy.engine.request;

/**
 * What a command was said to.
 *
 * @param layer the layer's number, or {@link #COMPOSITE_NUMBER}
 * @param effect whether it was said to an effect of it
 */
public record Target(int layer, boolean effect) {

    /** The number of {@code layer=comp}. */
    public static final int COMPOSITE_NUMBER = -1;

    /** {@code layer=comp}, where every request starts. */
    public static final Target COMPOSITE = new Target(COMPOSITE_NUMBER, false);

    /** The layer with this number. */
    public static Target layer(int number) {
        return new Target(number, false);
    }
}
