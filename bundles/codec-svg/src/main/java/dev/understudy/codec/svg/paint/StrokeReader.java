package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.geometry.Strokes;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.style.StyleProperty;
import dev.understudy.codec.svg.value.Length;
import java.awt.BasicStroke;
import java.util.List;

/** Reads how an element's outline is drawn. */
final class StrokeReader {

    private static final double[] WHOLE = {};

    private StrokeReader() {}

    static double width(PaintScope scope) {
        double width = scope.style()
                .length(StyleProperty.STROKE_WIDTH, scope.viewport().diagonal());
        if (width < 0) {
            throw refusal(scope.style(), StyleProperty.STROKE_WIDTH);
        }
        return width;
    }

    /** Whether an outline is as wide as it says whatever its coordinates are. */
    static boolean isUnscaled(Style style) {
        return switch (style.keyword(StyleProperty.VECTOR_EFFECT)) {
            case "none" -> false;
            case "non-scaling-stroke" -> true;
            default -> throw refusal(style, StyleProperty.VECTOR_EFFECT);
        };
    }

    static Strokes.Line read(PaintScope scope) {
        Style style = scope.style();
        int join = join(style);
        return new Strokes.Line(
                width(scope),
                cap(style),
                join,
                join == BasicStroke.JOIN_MITER ? miterLimit(style) : 1,
                dashes(style, scope.viewport().diagonal()),
                style.length(StyleProperty.STROKE_DASHOFFSET, scope.viewport().diagonal()));
    }

    private static double miterLimit(Style style) {
        double limit = style.number(StyleProperty.STROKE_MITERLIMIT);
        if (limit < 1) {
            throw refusal(style, StyleProperty.STROKE_MITERLIMIT);
        }
        return limit;
    }

    private static SvgRefusal refusal(Style style, StyleProperty property) {
        return SvgRefusal.ofValue(style.element(), property.text(), style.value(property));
    }

    private static int cap(Style style) {
        return switch (style.keyword(StyleProperty.STROKE_LINECAP)) {
            case "butt" -> BasicStroke.CAP_BUTT;
            case "round" -> BasicStroke.CAP_ROUND;
            case "square" -> BasicStroke.CAP_SQUARE;
            default -> throw refusal(style, StyleProperty.STROKE_LINECAP);
        };
    }

    private static int join(Style style) {
        return switch (style.keyword(StyleProperty.STROKE_LINEJOIN)) {
            case "miter" -> BasicStroke.JOIN_MITER;
            case "round" -> BasicStroke.JOIN_ROUND;
            case "bevel" -> BasicStroke.JOIN_BEVEL;
            default -> throw refusal(style, StyleProperty.STROKE_LINEJOIN);
        };
    }

    /** Dashes and gaps, an even number of them; none where there are none, or where all are 0. */
    private static double[] dashes(Style style, double whole) {
        if (style.keyword(StyleProperty.STROKE_DASHARRAY).equals("none")) {
            return WHOLE;
        }
        List<Length> lengths = style.read(
                StyleProperty.STROKE_DASHARRAY.text(), style.value(StyleProperty.STROKE_DASHARRAY), Length::list);
        int count = lengths.size() % 2 == 0 ? lengths.size() : 2 * lengths.size();
        double[] dashes = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            dashes[i] = lengths.get(i % lengths.size()).of(whole);
            if (dashes[i] < 0) {
                throw refusal(style, StyleProperty.STROKE_DASHARRAY);
            }
            sum += dashes[i];
        }
        return sum == 0 ? WHOLE : dashes;
    }
}
