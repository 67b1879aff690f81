package dev.understudy.engine.plan;

/**
 * The sides that change places; {@code flip=}.
 *
 * @param horizontal whether left and right do
 * @param vertical whether top and bottom do
 */
public record Flip(boolean horizontal, boolean vertical) {

    /** The identity. */
    public static final Flip NONE = new Flip(false, false);
}
