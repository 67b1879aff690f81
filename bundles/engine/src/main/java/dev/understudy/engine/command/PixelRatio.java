package dev.understudy.engine.command;

import dev.understudy.engine.syntax.Numbers;
import java.util.Locale;

/**
 * The value of {@code dpr=}.
 *
 * @param ofClient whether it is the one that the client tells of
 * @param value otherwise the ratio; 1 for off
 */
public record PixelRatio(boolean ofClient, double value) {

    /** No enlargement. */
    public static final PixelRatio OFF = new PixelRatio(false, 1);

    /** The ratio of the client's own screen. */
    public static final PixelRatio OF_CLIENT = new PixelRatio(true, 1);

    static PixelRatio parse(String text) {
        String[] items = Numbers.items(text.toLowerCase(Locale.ROOT), 1, 2);
        return switch (items[0]) {
            case "off" -> OFF;
            case "on" -> items.length == 2 ? new PixelRatio(false, Numbers.positive(items[1])) : OF_CLIENT;
            default -> throw new IllegalArgumentException();
        };
    }
}
