package dev.understudy.engine.request;

/**
 * What a command was said to.
 *
 * @param layer the layer's number, or {@link #COMPOSITE_NUMBER}
 * @param effect the number of the effect of that layer, or {@link #NO_EFFECT} for the layer itself
 */
public record Target(int layer, int effect) {

    /** The number of {@code layer=comp}. */
    public static final int COMPOSITE_NUMBER = -1;

    /** The number that no effect has. */
    public static final int NO_EFFECT = 0;

    /** {@code layer=comp}, where every request starts. */
    public static final Target COMPOSITE = layer(COMPOSITE_NUMBER);

    /** The layer with this number. */
    public static Target layer(int number) {
        return new Target(number, NO_EFFECT);
    }

    /** An effect of the same layer. */
    public Target withEffect(int number) {
        return new Target(layer, number);
    }

    /** Whether it is an effect, and not a layer itself. */
    public boolean isEffect() {
        return effect != NO_EFFECT;
    }
}
