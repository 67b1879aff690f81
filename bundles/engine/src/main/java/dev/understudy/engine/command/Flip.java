package dev.understudy.engine.command;

import java.util.Locale;

/**
 * The value of {@code flip=}.
 *
 * @param horizontal whether left and right change places
 * @param vertical whether top and bottom do
 */
public record Flip(boolean horizontal, boolean vertical) {

    /** No flip. */
    public static final Flip NONE = new Flip(false, false);

    static Flip parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "lr" -> new Flip(true, false);
            case "ud" -> new Flip(false, true);
            case "lrud" -> new Flip(true, true);
            default -> throw new IllegalArgumentException("no flip");
        };
    }
}
