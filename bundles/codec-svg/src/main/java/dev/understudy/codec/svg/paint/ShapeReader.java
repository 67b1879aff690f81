package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.geometry.OutlinePen;
import dev.understudy.codec.svg.geometry.ShapeOutline;
import dev.understudy.codec.svg.geometry.SvgPathReader;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.value.Length;
import dev.understudy.codec.svg.value.SvgNumbers;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes outlines of shapes, in their own coordinates. */
final class ShapeReader {

    private static final Set<String> SHAPES =
            Set.of("path", "rect", "circle", "ellipse", "line", "polyline", "polygon");

    private ShapeReader() {}

    static boolean isShape(SvgElement element) {
        return SHAPES.contains(element.name());
    }

    static ShapeOutline read(SvgElement element, PaintScope scope) {
        Style style = scope.style();
        Viewport viewport = scope.viewport();
        return switch (element.name()) {
            case "path" -> style.read("d", style.own("d"), SvgPathReader::read);
            case "rect" -> rectangle(element, style, viewport);
            case "circle" -> {
                double radius = size(element, "r", style.geometry("r"), viewport.diagonal());
                yield ellipse(viewport.x(style, "cx"), viewport.y(style, "cy"), radius, radius);
            }
            case "ellipse" -> ellipse(element, style, viewport);
            case "line" -> line(element, scope);
            default -> points(element, style);
        };
    }

    /** A size, 0 where nothing is said. */
    private static double size(SvgElement element, String name, @Nullable Length length, double whole) {
        double size = length == null ? 0 : length.of(whole);
        if (size < 0) {
            throw SvgRefusal.of(element, "a size below 0 (" + name + ")");
        }
        return size;
    }

    private static ShapeOutline rectangle(SvgElement element, Style style, Viewport viewport) {
        double x = viewport.x(style, "x");
        double y = viewport.y(style, "y");
        double width = size(element, "width", style.geometry("width"), viewport.width());
        double height = size(element, "height", style.geometry("height"), viewport.height());
        if (width == 0 || height == 0) {
            return ShapeOutline.EMPTY;
        }
        Length saidX = style.geometry("rx");
        Length saidY = style.geometry("ry");
        double radiusX = size(element, "rx", saidX, viewport.width());
        double radiusY = size(element, "ry", saidY, viewport.height());
        radiusX = saidX == null ? radiusY : radiusX;
        radiusY = saidY == null ? radiusX : radiusY;
        return rounded(x, y, width, height, Math.min(radiusX, width / 2), Math.min(radiusY, height / 2));
    }

    private static ShapeOutline rounded(double x, double y, double width, double height, double rx, double ry) {
        boolean sharp = rx == 0 || ry == 0;
        OutlinePen pen = new OutlinePen(sharp ? 0 : rx, sharp ? 0 : ry);
        pen.moveTo(x + pen.rx(), y);
        pen.corner(x + width - pen.rx(), y, x + width, y + pen.ry());
        pen.corner(x + width, y + height - pen.ry(), x + width - pen.rx(), y + height);
        pen.corner(x + pen.rx(), y + height, x, y + height - pen.ry());
        pen.corner(x, y + pen.ry(), x + pen.rx(), y);
        return pen.close();
    }

    private static ShapeOutline ellipse(SvgElement element, Style style, Viewport viewport) {
        Length saidX = style.geometry("rx");
        Length saidY = style.geometry("ry");
        double radiusX = size(element, "rx", saidX, viewport.width());
        double radiusY = size(element, "ry", saidY, viewport.height());
        return ellipse(
                viewport.x(style, "cx"),
                viewport.y(style, "cy"),
                saidX == null ? radiusY : radiusX,
                saidY == null ? radiusX : radiusY);
    }

    private static ShapeOutline ellipse(double x, double y, double rx, double ry) {
        if (rx == 0 || ry == 0) {
            return ShapeOutline.EMPTY;
        }
        OutlinePen pen = new OutlinePen(rx, ry);
        pen.moveTo(x + rx, y);
        pen.quarter(x + rx, y, x, y + ry);
        pen.quarter(x, y + ry, x - rx, y);
        pen.quarter(x - rx, y, x, y - ry);
        pen.quarter(x, y - ry, x + rx, y);
        return pen.close();
    }

    private static ShapeOutline line(SvgElement element, PaintScope scope) {
        Style style = scope.style();
        Viewport viewport = scope.viewport();
        return OutlinePen.joined(
                List.of(
                        attribute(element, style, "x1", viewport.width()),
                        attribute(element, style, "y1", viewport.height()),
                        attribute(element, style, "x2", viewport.width()),
                        attribute(element, style, "y2", viewport.height())),
                false);
    }

    private static double attribute(SvgElement element, Style style, String name, double whole) {
        return style.read(name, element.attribute(name, "0"), Length::parse).of(whole);
    }

    private static ShapeOutline points(SvgElement element, Style style) {
        List<Double> points = style.read("points", element.attribute("points", ""), SvgNumbers::list);
        if (points.size() % 2 != 0) {
            throw SvgRefusal.ofValue(element, "points", element.attribute("points", ""));
        }
        return OutlinePen.joined(points, element.name().equals("polygon"));
    }
}
