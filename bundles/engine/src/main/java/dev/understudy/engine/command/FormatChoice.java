package dev.understudy.engine.command;

import dev.understudy.engine.syntax.Numbers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code fmt=}.
 *
 * @param format the file format
 * @param name the file format as it was spelled
 * @param pixelType what the samples mean; null when not given
 * @param compression how it is compressed, {@code none} when not given
 */
public record FormatChoice(
        Format format, String name, @Nullable PixelType pixelType, String compression) {

    /** The value of a request without {@code fmt=}. */
    public static final FormatChoice JPEG = new FormatChoice(Format.JPEG, "jpeg", null, "none");

    /** The color model of a reply. */
    public enum PixelType {
        RGB,
        GRAY,
        CMYK
    }

    static FormatChoice parse(String text) {
        String[] items = Numbers.items(text.toLowerCase(Locale.ROOT), 1, 3);
        Format format =
                items[0].isEmpty() ? Format.JPEG : Format.of(items[0]).orElseThrow(IllegalArgumentException::new);
        PixelType pixelType =
                items.length < 2 || items[1].isEmpty() ? null : PixelType.valueOf(items[1].toUpperCase(Locale.ROOT));
        String compression = items.length < 3 || items[2].isEmpty() ? "none" : items[2];
        if (!format.compressesWith(compression)) {
            throw new IllegalArgumentException("no compression of this format");
        }
        return new FormatChoice(format, items[0], pixelType, compression);
    }
}
