package dev.understudy.engine.command;

import dev.understudy.engine.syntax.Numbers;
import dev.understudy.image.Quantization;
import dev.understudy.image.Quantization.PaletteKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The value of {@code quantize=} as it is written. */
final class QuantizationSyntax {

    static final String ALLOWED =
            "adaptive, web or mac, then diffuse or off, then 2..256, then no more than so many colors as rrggbb";

    private static final Pattern COLOR = Pattern.compile("\\p{XDigit}{6}");
    private static final int FIRST_COLOR = 3;

    private QuantizationSyntax() {}

    /** Items that are empty or missing have their usual values; number and colors are those of adaptive palettes alone. */
    static Quantization parse(String text) {
        String[] items = Numbers.items(text.toLowerCase(Locale.ROOT), 1, FIRST_COLOR + Quantization.MOST);
        PaletteKind palette = palette(items[0]);
        boolean diffuse = items.length < 2 || diffuse(items[1]);
        int colors = items.length < 3 || items[2].isEmpty()
                ? Quantization.MOST
                : Numbers.integer(items[2], 2, Quantization.MOST);
        List<Integer> forced = Arrays.stream(items)
                .skip(FIRST_COLOR)
                .map(QuantizationSyntax::color)
                .distinct()
                .toList();
        if (forced.size() > colors) {
            throw new IllegalArgumentException("more colors than there are to be");
        }
        return palette == PaletteKind.ADAPTIVE
                ? new Quantization(palette, diffuse, colors, forced)
                : new Quantization(palette, diffuse, Quantization.MOST, List.of());
    }

    private static PaletteKind palette(String name) {
        return switch (name) {
            case "", "adaptive" -> PaletteKind.ADAPTIVE;
            case "web" -> PaletteKind.WEB;
            case "mac" -> PaletteKind.MAC;
            default -> throw new IllegalArgumentException("no palette");
        };
    }

    private static boolean diffuse(String name) {
        return switch (name) {
            case "", "diffuse" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("no way of dithering");
        };
    }

    private static int color(String text) {
        if (!COLOR.matcher(text).matches()) {
            throw new IllegalArgumentException("no color");
        }
        return Integer.parseInt(text, 16);
    }
}
