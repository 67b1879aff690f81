package dev.understudy.engine.command;

import dev.understudy.engine.color.RenderIntent;
import dev.understudy.engine.syntax.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code icc=} as written.
 *
 * @param object the profile
 * @param intent how colors are converted to it, null when not given
 * @param blackPoint whether black becomes black, null when not given
 * @param dither whether colors are dithered, null when not given
 */
public record IccChoice(
        String object,
        @Nullable RenderIntent intent,
        @Nullable Boolean blackPoint,
        @Nullable Boolean dither) {

    static IccChoice parse(String text) {
        String[] items = Numbers.items(text, 1, 4);
        if (items[0].isEmpty()) {
            throw new IllegalArgumentException("no profile");
        }
        return new IccChoice(
                items[0],
                items.length < 2 ? null : intent(items[1]),
                items.length < 3 ? null : flag(items[2]),
                items.length < 4 ? null : flag(items[3]));
    }

    private static @Nullable RenderIntent intent(String name) {
        return switch (name.toLowerCase(java.util.Locale.ROOT)) {
            case "" -> null;
            case "perceptual" -> RenderIntent.PERCEPTUAL;
            case "relative" -> RenderIntent.RELATIVE;
            case "saturation" -> RenderIntent.SATURATION;
            case "absolute" -> RenderIntent.ABSOLUTE;
            default -> throw new IllegalArgumentException("no rendering intent");
        };
    }

    private static @Nullable Boolean flag(String text) {
        return text.isEmpty() ? null : Boolean.valueOf(Numbers.integer(text, 0, 1) == 1);
    }
}
