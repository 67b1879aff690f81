package dev.understudy.codec.svg.value;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of transforms. */
public final class Transforms {

    private static final int MOST_NUMBERS = 6;

    private Transforms() {}

    /** The transform that all of a list come to. */
    public static AffineTransform parse(String text) throws ValueException {
        ValueScanner scanner = new ValueScanner(text);
        AffineTransform result = new AffineTransform();
        if (text.strip().equals("none")) {
            return result;
        }
        while (!scanner.atEnd()) {
            String name = scanner.word();
            scanner.require('(');
            result.concatenate(transform(scanner, name, numbers(scanner)));
            scanner.skipComma();
        }
        return result;
    }

    private static List<Double> numbers(ValueScanner scanner) throws ValueException {
        List<Double> numbers = new ArrayList<>();
        scanner.skipSpace();
        while (!scanner.accept(')')) {
            double number = scanner.number();
            numbers.add(number * factor(scanner));
            scanner.skipComma();
            if (numbers.size() > MOST_NUMBERS) {
                throw scanner.wrong();
            }
        }
        return numbers;
    }

    /** Degrees, or pixels, a unit. */
    private static double factor(ValueScanner scanner) throws ValueException {
        return switch (scanner.unit()) {
            case "", "px", "deg" -> 1;
            case "turn" -> 360;
            case "grad" -> 0.9;
            case "rad" -> 180 / Math.PI;
            default -> throw scanner.wrong();
        };
    }

    private static AffineTransform transform(ValueScanner scanner, String name, List<Double> n) throws ValueException {
        return switch (name + n.size()) {
            case "matrix6" -> new AffineTransform(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5));
            case "translate1", "translatex1" -> AffineTransform.getTranslateInstance(n.get(0), 0);
            case "translatey1" -> AffineTransform.getTranslateInstance(0, n.get(0));
            case "translate2" -> AffineTransform.getTranslateInstance(n.get(0), n.get(1));
            case "scale1" -> AffineTransform.getScaleInstance(n.get(0), n.get(0));
            case "scale2" -> AffineTransform.getScaleInstance(n.get(0), n.get(1));
            case "scalex1" -> AffineTransform.getScaleInstance(n.get(0), 1);
            case "scaley1" -> AffineTransform.getScaleInstance(1, n.get(0));
            case "rotate1" -> AffineTransform.getRotateInstance(Math.toRadians(n.get(0)));
            case "rotate3" -> AffineTransform.getRotateInstance(Math.toRadians(n.get(0)), n.get(1), n.get(2));
            case "skewx1" -> AffineTransform.getShearInstance(Math.tan(Math.toRadians(n.get(0))), 0);
            case "skewy1" -> AffineTransform.getShearInstance(0, Math.tan(Math.toRadians(n.get(0))));
            default -> throw scanner.wrong();
        };
    }
}
