package dev.understudy.engine.command;

import dev.understudy.engine.syntax.Numbers;
import dev.understudy.image.Samples;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code fmt=} as written; which formats there are, the encoders say.
 *
 * @param name the format, in lower case
 * @param samples the color model, null when not given
 * @param compression the compression, in lower case; empty when not given
 */
public record FormatChoice(String name, @Nullable Samples samples, String compression) {

    /** The value of a request without {@code fmt=}. */
    public static final FormatChoice JPEG = new FormatChoice("jpeg", null, "");

    private static final int MAX_LENGTH = 100;

    static FormatChoice parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("no format has so long a name");
        }
        String[] items = Numbers.items(text.toLowerCase(Locale.ROOT), 1, 3);
        return new FormatChoice(
                items[0].isEmpty() ? JPEG.name : items[0],
                items.length < 2 ? null : samples(items[1]),
                items.length < 3 ? "" : items[2]);
    }

    private static @Nullable Samples samples(String name) {
        return switch (name) {
            case "" -> null;
            case "rgb" -> Samples.RGB;
            case "gray" -> Samples.GRAY;
            case "cmyk" -> Samples.CMYK;
            default -> throw new IllegalArgumentException("no color model of replies");
        };
    }

    @Override
    public String toString() {
        String model = samples == null ? "" : samples.name().toLowerCase(Locale.ROOT);
        return compression.isEmpty()
                ? model.isEmpty() ? name : name + "," + model
                : name + "," + model + "," + compression;
    }
}
