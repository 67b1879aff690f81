package dev.understudy.codec.svg.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads colors: hexadecimal, by name, {@code rgb()} and {@code hsl()}. */
public final class ColorValues {

    private ColorValues() {}

    /** The color as alpha, red, green and blue, 8 bits each. */
    public static int parse(String text) throws ValueException {
        String color = text.strip();
        if (color.startsWith("#")) {
            return hexadecimal(color.substring(1));
        }
        int parenthesis = color.indexOf('(');
        if (parenthesis < 0) {
            return ColorNames.color(color.toLowerCase(Locale.ROOT));
        }
        ValueScanner scanner = new ValueScanner(color.substring(parenthesis + 1));
        int result = switch (color.substring(0, parenthesis).toLowerCase(Locale.ROOT)) {
            case "rgb", "rgba" -> rgb(components(scanner));
            case "hsl", "hsla" -> hsl(components(scanner));
            default -> throw scanner.wrong();
        };
        scanner.requireEnd();
        return result;
    }

    private static int hexadecimal(String digits) throws ValueException {
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), 16) < 0 || digits.charAt(i) > 'f') {
                throw new ValueException("character " + (i + 2));
            }
        }
        String eight = digits;
        if (digits.length() == 3 || digits.length() == 4) {
            eight = digits.replaceAll("(.)", "$1$1");
        }
        return switch (eight.length()) {
            case 6 -> 0xff000000 | Integer.parseInt(eight, 16);
            case 8 -> Integer.parseUnsignedInt(eight.substring(6) + eight.substring(0, 6), 16);
            default -> throw new ValueException("character 2");
        };
    }

    /** A number of a color function, and what it is written in. */
    private record Component(double value, String unit) {

        /** The number, a percentage as that part of a whole. */
        double of(double whole) {
            return unit.equals("%") ? value / 100 * whole : value;
        }
    }

    private static List<Component> components(ValueScanner scanner) throws ValueException {
        List<Component> components = new ArrayList<>();
        scanner.skipSpace();
        while (!scanner.accept(')')) {
            double value = scanner.number();
            components.add(new Component(value, scanner.unit()));
            scanner.skipComma();
            if (scanner.accept('/')) {
                scanner.skipSpace();
            }
        }
        if (components.size() != 3 && components.size() != 4) {
            throw scanner.wrong();
        }
        return components;
    }

    private static int rgb(List<Component> components) throws ValueException {
        int color = alpha(components);
        for (Component component : components.subList(0, 3)) {
            requireUnit(component, "%");
            color = color << 8 | level(component.of(255));
        }
        return color;
    }

    private static int alpha(List<Component> components) throws ValueException {
        if (components.size() < 4) {
            return 255;
        }
        requireUnit(components.get(3), "%");
        return level(components.get(3).of(1) * 255);
    }

    private static void requireUnit(Component component, String unit) throws ValueException {
        if (!component.unit().isEmpty() && !component.unit().equals(unit)) {
            throw new ValueException("the unit " + component.unit());
        }
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, Math.floor(value + 0.5)));
    }

    private static int hsl(List<Component> components) throws ValueException {
        requireUnit(components.get(0), "deg");
        double hue = components.get(0).value() / 30;
        double saturation = share(components.get(1));
        double lightness = share(components.get(2));
        int color = alpha(components);
        for (int offset : new int[] {0, 8, 4}) {
            double k = (offset + hue) % 12;
            k = k < 0 ? k + 12 : k;
            double chroma = saturation * Math.min(lightness, 1 - lightness);
            color = color << 8 | level(255 * (lightness - chroma * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1))));
        }
        return color;
    }

    private static double share(Component component) throws ValueException {
        if (!component.unit().equals("%")) {
            throw new ValueException("a number without %");
        }
        return Math.max(0, Math.min(1, component.of(1)));
    }
}
