package dev.understudy.codec.svg.value;

import java.util.ArrayList;
import java.util.List;

/**
 * A length.
 *
 * @param value pixels, or percent
 * @param percent whether it is a part of something else
 */
public record Length(double value, boolean percent) {

    public static final Length ZERO = new Length(0, false);

    /** What a font measures that nobody has said anything of. */
    private static final double FONT_SIZE = 16;

    /** Reads a length. */
    public static Length parse(String text) throws ValueException {
        ValueScanner scanner = new ValueScanner(text);
        scanner.skipSpace();
        Length length = read(scanner);
        scanner.requireEnd();
        return length;
    }

    /** Reads lengths with white space or commas between them. */
    public static List<Length> list(String text) throws ValueException {
        ValueScanner scanner = new ValueScanner(text);
        List<Length> lengths = new ArrayList<>();
        while (!scanner.atEnd()) {
            lengths.add(read(scanner));
            scanner.skipComma();
        }
        return lengths;
    }

    private static Length read(ValueScanner scanner) throws ValueException {
        double value = scanner.number();
        String unit = scanner.unit();
        return unit.equals("%") ? new Length(value, true) : new Length(value * pixels(scanner, unit), false);
    }

    /** Pixels a unit; 96 of them are an inch. */
    private static double pixels(ValueScanner scanner, String unit) throws ValueException {
        return switch (unit) {
            case "", "px" -> 1;
            case "in" -> 96;
            case "cm" -> 96 / 2.54;
            case "mm" -> 96 / 25.4;
            case "q" -> 96 / 101.6;
            case "pt" -> 96 / 72.0;
            case "pc" -> 16;
            case "em", "rem" -> FONT_SIZE;
            default -> throw scanner.wrong();
        };
    }

    /** The length in pixels, where a percentage is one of {@code whole}. */
    public double of(double whole) {
        return percent ? value / 100 * whole : value;
    }
}
