package dev.understudy.codec.svg.value;

import java.util.ArrayList;
import java.util.List;

/** Reads values that are numbers alone. */
public final class SvgNumbers {

    private static final int MOST = 1_000_000;

    private SvgNumbers() {}

    /** One number. */
    public static double one(String text) throws ValueException {
        ValueScanner scanner = new ValueScanner(text);
        scanner.skipSpace();
        double value = scanner.number();
        scanner.requireEnd();
        return value;
    }

    /** A share: a number or a percentage, no less than 0 and no more than 1. */
    public static double share(String text) throws ValueException {
        ValueScanner scanner = new ValueScanner(text);
        scanner.skipSpace();
        double value = scanner.number();
        double share = scanner.accept('%') ? value / 100 : value;
        scanner.requireEnd();
        return Math.max(0, Math.min(1, share));
    }

    /** SvgNumbers with white space or commas between them. */
    public static List<Double> list(String text) throws ValueException {
        ValueScanner scanner = new ValueScanner(text);
        List<Double> values = new ArrayList<>();
        scanner.skipSpace();
        while (!scanner.atEnd()) {
            values.add(scanner.number());
            scanner.skipComma();
            if (values.size() > MOST) {
                throw scanner.wrong();
            }
        }
        return values;
    }
}
