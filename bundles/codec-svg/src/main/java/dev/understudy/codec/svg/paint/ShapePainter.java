package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.geometry.CurveBounds;
import dev.understudy.codec.svg.geometry.ShapeOutline;
import dev.understudy.codec.svg.geometry.Strokes;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.style.StyleProperty;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills shapes, draws their outlines, and puts markers on them, in the order in which that is wanted. */
final class ShapePainter {

    private static final List<String> ORDER = List.of("fill", "stroke", "markers");

    private final PaintReader paints;
    private final MarkerPainter markers;

    ShapePainter(PaintReader paints, MarkerPainter markers) {
        this.paints = paints;
        this.markers = markers;
    }

    /** Whether there is one thing to paint at most, so that the whole's opacity is that of its paint. */
    boolean isSingle(PaintScope scope) {
        return !MarkerPainter.hasMarkers(scope.style())
                && (paints.isNone(scope, StyleProperty.FILL) || paints.isNone(scope, StyleProperty.STROKE));
    }

    void paint(Surface surface, SvgElement element, PaintScope scope, double opacity) {
        if (!isVisible(scope.style()) || isNothing(scope)) {
            return;
        }
        ShapeOutline outline = ShapeReader.read(element, scope);
        if (!outline.isEmpty()) {
            Rectangle2D box = CurveBounds.of(outline.path());
            paint(surface, outline, scope, box == null ? new Rectangle2D.Double() : box, opacity);
        }
    }

    /** Paints letters of a text whose box is known. */
    void paint(Surface surface, TextRun run, Rectangle2D box) {
        ShapeOutline outline = new ShapeOutline(run.outline(), List.of());
        if (isVisible(run.scope().style()) && !isNothing(run.scope()) && !outline.isEmpty()) {
            paint(surface, outline, run.scope(), box, 1);
        }
    }

    private void paint(Surface surface, ShapeOutline outline, PaintScope scope, Rectangle2D known, double opacity) {
        for (String what : order(scope.style())) {
            switch (what) {
                case "fill" -> fill(surface, outline, scope, known, opacity);
                case "stroke" -> stroke(surface, outline, scope, known, opacity);
                default -> markers.paint(surface, outline, scope);
            }
        }
    }

    private boolean isNothing(PaintScope scope) {
        return isSingle(scope)
                && paints.isNone(scope, StyleProperty.FILL)
                && paints.isNone(scope, StyleProperty.STROKE);
    }

    static boolean isVisible(Style style) {
        return switch (style.keyword(StyleProperty.VISIBILITY)) {
            case "visible" -> true;
            case "hidden", "collapse" -> false;
            default -> throw SvgRefusal.ofValue(style.element(), "visibility", style.value(StyleProperty.VISIBILITY));
        };
    }

    /** What is painted in turn: that which is named, and the rest behind it as usual. */
    private static List<String> order(Style style) {
        String value = style.keyword(StyleProperty.PAINT_ORDER);
        if (value.equals("normal")) {
            return ORDER;
        }
        List<String> order = new ArrayList<>(Arrays.asList(value.split("\\s+")));
        ORDER.stream().filter(one -> !order.contains(one)).forEach(order::add);
        if (order.size() != ORDER.size()) {
            throw SvgRefusal.ofValue(style.element(), "paint-order", value);
        }
        return order;
    }

    private void fill(Surface surface, ShapeOutline outline, PaintScope scope, Rectangle2D box, double opacity) {
        Style style = scope.style();
        Paint paint = paints.read(scope, StyleProperty.FILL, box, opacity * style.share(StyleProperty.FILL_OPACITY));
        if (paint != null) {
            Path2D path = new Path2D.Double(outline.path());
            path.setWindingRule(rule(style, StyleProperty.FILL_RULE));
            path.transform(scope.toImage());
            surface.fill(path, paint, isSmooth(style));
        }
    }

    /** Which places an outline that crosses itself goes round. */
    static int rule(Style style, StyleProperty property) {
        return switch (style.keyword(property)) {
            case "nonzero" -> Path2D.WIND_NON_ZERO;
            case "evenodd" -> Path2D.WIND_EVEN_ODD;
            default -> throw SvgRefusal.ofValue(style.element(), property.text(), style.value(property));
        };
    }

    private void stroke(Surface surface, ShapeOutline outline, PaintScope scope, Rectangle2D box, double opacity) {
        Style style = scope.style();
        Paint paint = strokePaint(scope, box, opacity * style.share(StyleProperty.STROKE_OPACITY));
        if (paint != null) {
            surface.fill(strokeArea(outline, scope), paint, isSmooth(style));
        }
    }

    private static Shape strokeArea(ShapeOutline outline, PaintScope scope) {
        Strokes.Line line = StrokeReader.read(scope);
        boolean unscaled = StrokeReader.isUnscaled(scope.style());
        Path2D path = new Path2D.Double(outline.path());
        if (unscaled) {
            path.transform(scope.toImage());
        }
        if (Strokes.hasTooManyDashes(path, line)) {
            throw SvgRefusal.of(scope.style().element(), "so many dashes");
        }
        return Strokes.area(path, line, unscaled ? new AffineTransform() : scope.toImage());
    }

    private @Nullable Paint strokePaint(PaintScope scope, Rectangle2D box, double opacity) {
        boolean invisible = paints.isNone(scope, StyleProperty.STROKE) || StrokeReader.width(scope) == 0;
        return invisible ? null : paints.read(scope, StyleProperty.STROKE, box, opacity);
    }

    static boolean isSmooth(Style style) {
        return switch (style.keyword(StyleProperty.SHAPE_RENDERING)) {
            case "crispedges", "optimizespeed" -> false;
            default -> true;
        };
    }
}
