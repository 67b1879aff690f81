package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.geometry.MeasuredPath;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.value.Length;
import java.awt.geom.Path2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The curve of a {@code textPath} element, in the coordinates of the text.
 *
 * @param curve what letters stand on
 * @param start where they begin, from the start of the curve
 */
record TextPath(MeasuredPath curve, double start) {

    /** The values of attributes that are drawn; {@code spacing} leaves to programs what it means. */
    private static final Map<String, String> USUAL =
            Map.of("method", "align", "side", "left", "path", "", "textLength", "");

    /** The curve of an element; null when it refers to none, so that its letters are not drawn. */
    static @Nullable TextPath of(SvgElement element, PaintScope scope, Structure structure) {
        USUAL.forEach((name, usual) -> {
            if (!element.attribute(name, usual).strip().equals(usual)) {
                throw SvgRefusal.ofValue(element, name, element.attribute(name, ""));
            }
        });
        SvgElement target = structure.linked(element);
        if (target == null || !ShapeReader.isShape(target)) {
            return null;
        }
        Style style = structure.ownStyle(target);
        PaintScope inner =
                new PaintScope(style, scope.viewport().transform(style), scope.viewport(), null, scope.depth() + 1);
        Path2D outline = new Path2D.Double(ShapeReader.read(target, inner).path());
        outline.transform(inner.toImage());
        MeasuredPath curve = new MeasuredPath(outline);
        return new TextPath(curve, start(element, scope.style(), target, style, curve.length()));
    }

    private static double start(SvgElement element, Style style, SvgElement target, Style ofTarget, double length) {
        Length start = style.read("startOffset", element.attribute("startOffset", "0"), Length::parse);
        String said = target.attribute("pathLength");
        double whole = said == null
                ? 0
                : ofTarget.read("pathLength", said, Length::parse).of(0);
        return start.percent() || whole <= 0 ? start.of(length) : start.value() * length / whole;
    }
}
