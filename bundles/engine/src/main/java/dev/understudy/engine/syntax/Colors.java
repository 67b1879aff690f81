package dev.understudy.engine.syntax;

import dev.understudy.image.Color;
import dev.understudy.image.ColorComponents;
import dev.understudy.image.Samples;
import java.util.Locale;

/**
 * Colors as commands write them: decimal lists of gray, RGB or CMYK components, or packed hexadecimal digits, with the
 * suffixes {@code g}, {@code r} or {@code k} for the kind and {@code s} for the source color space. All become red, green and
 * blue by arithmetic alone, and keep what they were.
 *
 * <p>Source: the reference's page on the data type color.
 */
public final class Colors {

    private static final int OPAQUE = 255;

    private Colors() {}

    /**
     * The color that a value names.
     *
     * @throws IllegalArgumentException when it names none
     */
    public static Color parse(String text) {
        String rest = text.toLowerCase(Locale.ROOT);
        boolean ofSource = rest.endsWith("s");
        if (ofSource) {
            rest = rest.substring(0, rest.length() - 1);
        }
        char kind = rest.isEmpty() ? ' ' : rest.charAt(rest.length() - 1);
        if ("grk".indexOf(kind) >= 0) {
            rest = rest.substring(0, rest.length() - 1).strip();
        } else {
            kind = ' ';
        }
        Color color = isPacked(rest, kind) ? packed(rest, kind) : listed(rest, kind);
        return ofSource ? color.withWritten(ofSource(color)) : color;
    }

    private static ColorComponents ofSource(Color color) {
        ColorComponents written = color.written();
        return (written == null ? ColorComponents.of(Samples.RGB, color.red(), color.green(), color.blue()) : written)
                .withOfSource(true);
    }

    /**
     * The color that a value names in RGB components, not in gray or CMYK.
     *
     * @throws IllegalArgumentException when it names none, or one of another kind
     */
    public static Color parseRgb(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean named = lower.endsWith("r") || lower.endsWith("rs");
        if (!named && (lower.endsWith("k") || lower.endsWith("ks") || lower.indexOf(',') < 0 && lower.length() < 6)) {
            throw new IllegalArgumentException("not in RGB");
        }
        return parse(named ? lower : lower.replaceFirst("s?$", "r")).withWritten(null);
    }

    /** Without a prefix, only six digits and more are hexadecimal: shorter ones are a gray of 0..100. */
    private static boolean isPacked(String text, char kind) {
        return text.startsWith("0x") || text.indexOf(',') < 0 && kind != 'g' && text.length() >= 6;
    }

    private static Color packed(String text, char kind) {
        String digits = text.startsWith("0x") ? text.substring(2) : text;
        int[] bytes = new int[digits.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = hexDigit(digits.charAt(2 * i)) << 4 | hexDigit(digits.charAt(2 * i + 1));
        }
        if (digits.length() % 2 != 0) {
            throw new IllegalArgumentException("an odd number of digits");
        }
        return color(kind == ' ' ? kindOf(bytes.length) : kind, bytes, OPAQUE);
    }

    private static int hexDigit(char c) {
        int digit = c < 128 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("not hexadecimal");
        }
        return digit;
    }

    private static Color listed(String text, char kind) {
        String[] items = Numbers.items(text, 1, 5);
        char known = kind == ' ' ? kindOf(items.length) : kind;
        int max = known == 'r' ? 255 : 100;
        int[] components = new int[items.length];
        for (int i = 0; i < items.length; i++) {
            components[i] = Numbers.integer(items[i], 0, max);
        }
        return color(known, components, max);
    }

    /** Gray has one or two components, RGB three or four; CMYK must be said. */
    private static char kindOf(int components) {
        return components <= 2 ? 'g' : 'r';
    }

    private static Color color(char kind, int[] components, int max) {
        int colors = kind == 'g' ? 1 : kind == 'r' ? 3 : 4;
        if (components.length != colors && components.length != colors + 1) {
            throw new IllegalArgumentException("a wrong number of components");
        }
        int alpha = components.length > colors ? scaled(components[colors], max) : OPAQUE;
        int first = scaled(components[0], max);
        if (kind == 'g') {
            return new Color(first, first, first, alpha, ColorComponents.of(Samples.GRAY, first));
        }
        int second = scaled(components[1], max);
        int third = scaled(components[2], max);
        if (kind == 'r') {
            return new Color(first, second, third, alpha);
        }
        int black = scaled(components[3], max);
        int light = OPAQUE - black;
        return new Color(
                inked(first, light),
                inked(second, light),
                inked(third, light),
                alpha,
                ColorComponents.of(Samples.CMYK, first, second, third, black));
    }

    private static int scaled(int value, int max) {
        return (value * OPAQUE + max / 2) / max;
    }

    private static int inked(int ink, int light) {
        return ((OPAQUE - ink) * light + OPAQUE / 2) / OPAQUE;
    }
}
