package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.geometry.PathVertex;
import dev.understudy.codec.svg.geometry.ShapeOutline;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.style.StyleProperty;
import dev.understudy.codec.svg.style.StyledDocument;
import dev.understudy.codec.svg.value.Length;
import dev.understudy.codec.svg.value.SvgNumbers;
import dev.understudy.codec.svg.value.ViewBox;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;

/** Puts markers on the vertices of outlines. */
final class MarkerPainter {

    /** Only these have vertices that markers are put on. */
    private static final Set<String> MARKED = Set.of("path", "line", "polyline", "polygon");

    private static final String NONE = "none";

    private final StyledDocument document;
    private final ElementPainter elements;

    MarkerPainter(StyledDocument document, ElementPainter elements) {
        this.document = document;
        this.elements = elements;
    }

    static boolean hasMarkers(Style style) {
        return MARKED.contains(style.element().name())
                && !(style.keyword(StyleProperty.MARKER_START).equals(NONE)
                        && style.keyword(StyleProperty.MARKER_MID).equals(NONE)
                        && style.keyword(StyleProperty.MARKER_END).equals(NONE));
    }

    void paint(Surface surface, ShapeOutline outline, PaintScope scope) {
        if (!hasMarkers(scope.style()) || outline.vertices().isEmpty()) {
            return;
        }
        List<PathVertex> vertices = outline.vertices();
        int last = vertices.size() - 1;
        put(surface, StyleProperty.MARKER_START, vertices.get(0), scope);
        for (PathVertex vertex : vertices.subList(Math.min(1, last), last)) {
            put(surface, StyleProperty.MARKER_MID, vertex, scope);
        }
        put(surface, StyleProperty.MARKER_END, vertices.get(last), scope);
    }

    private void put(Surface surface, StyleProperty property, PathVertex vertex, PaintScope scope) {
        if (scope.style().keyword(property).equals(NONE)) {
            return;
        }
        SvgElement marker = document.referred(scope.style(), property);
        if (marker == null || !marker.name().equals("marker")) {
            return;
        }
        Style style = document.style(marker);
        AffineTransform place = AffineTransform.getTranslateInstance(vertex.x(), vertex.y());
        place.rotate(angle(style, vertex, property == StyleProperty.MARKER_START));
        if (isOfStroke(marker)) {
            double width = StrokeReader.width(scope);
            place.scale(width, width);
        }
        PaintScope base = new PaintScope(style, scope.toImage(), scope.viewport(), null, scope.depth() + 1);
        paint(surface, marker, base.transformed(place));
    }

    private static boolean isOfStroke(SvgElement marker) {
        String units = marker.attribute("markerUnits", "strokeWidth");
        if (!units.equals("strokeWidth") && !units.equals("userSpaceOnUse")) {
            throw SvgRefusal.ofValue(marker, "markerUnits", units);
        }
        return units.equals("strokeWidth");
    }

    private static double angle(Style style, PathVertex vertex, boolean start) {
        String orient = style.element().attribute("orient", "0").strip();
        return switch (orient) {
            case "auto" -> vertex.angle();
            case "auto-start-reverse" -> vertex.angle() + (start ? Math.PI : 0);
            default -> Math.toRadians(style.read("orient", orient.replace("deg", ""), SvgNumbers::one));
        };
    }

    /** Paints a marker whose reference point is 0,0. */
    private void paint(Surface surface, SvgElement marker, PaintScope scope) {
        Style style = scope.style();
        double width = length(style, "markerWidth", "3", scope.viewport().width());
        double height = length(style, "markerHeight", "3", scope.viewport().height());
        ViewBox box = Structure.viewBox(marker, style);
        if (width <= 0 || height <= 0 || (box != null && box.isEmpty())) {
            return;
        }
        Rectangle2D size = new Rectangle2D.Double(0, 0, width, height);
        PaintScope fitted = Structure.fitted(marker, scope, size);
        Point2D reference = reference(style, scope, fitted);
        AffineTransform back = AffineTransform.getTranslateInstance(-reference.getX(), -reference.getY());
        PaintScope moved = scope.transformed(back);
        elements.paintCut(
                surface,
                marker,
                Structure.fitted(marker, moved, size),
                Structure.isCut(style) ? moved.toImage().createTransformedShape(size) : null);
    }

    /** Where the reference point is in the coordinates around the marker's content. */
    private static Point2D reference(Style style, PaintScope outer, PaintScope inner) {
        double x = length(style, "refX", "0", inner.viewport().width());
        double y = length(style, "refY", "0", inner.viewport().height());
        Point2D point = inner.toImage().transform(new Point2D.Double(x, y), null);
        try {
            return outer.toImage().inverseTransform(point, null);
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            return new Point2D.Double();
        }
    }

    private static double length(Style style, String name, String fallback, double whole) {
        return style.read(name, style.element().attribute(name, fallback), Length::parse)
                .of(whole);
    }
}
