package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.style.StyleProperty;
import dev.understudy.codec.svg.style.StyledDocument;
import dev.understudy.codec.svg.value.Length;
import dev.understudy.codec.svg.value.SvgNumbers;
import dev.understudy.codec.svg.value.Transforms;
import java.awt.Paint;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes paints of gradients. */
final class GradientReader {

    static final Set<String> NAMES = Set.of("linearGradient", "radialGradient");

    private final StyledDocument document;
    private final ColorReader colors;

    GradientReader(StyledDocument document, ColorReader colors) {
        this.document = document;
        this.colors = colors;
    }

    /**
     * The paint of a gradient; null if nothing is painted.
     *
     * @param scope of what is painted
     * @param box of what is painted, in its own coordinates
     */
    @Nullable
    Paint read(SvgElement element, PaintScope scope, Rectangle2D box, double opacity) {
        StyleInheritance gradient = StyleInheritance.of(element, document, NAMES);
        Stops stops = stops(gradient.having("stop"), opacity);
        boolean ofBox = gradient.isOfBox("gradientUnits", true);
        if (stops.isEmpty() || (ofBox && box.isEmpty())) {
            return null;
        }
        Style style = document.style(element);
        AffineTransform toImage = new AffineTransform(scope.toImage());
        Viewport viewport = scope.viewport();
        if (ofBox) {
            toImage.concatenate(BoxUnits.onto(box));
            viewport = BoxUnits.VIEWPORT;
        }
        toImage.concatenate(
                style.read("gradientTransform", gradient.attribute("gradientTransform", ""), Transforms::parse));
        return element.name().equals("linearGradient")
                ? linear(gradient, style, viewport, toImage, stops)
                : radial(gradient, style, viewport, toImage, stops);
    }

    private static @Nullable Paint linear(
            StyleInheritance gradient, Style style, Viewport viewport, AffineTransform toImage, Stops stops) {
        Point2D from = new Point2D.Double(
                length(gradient, style, "x1", "0%", viewport.width()),
                length(gradient, style, "y1", "0%", viewport.height()));
        Point2D to = new Point2D.Double(
                length(gradient, style, "x2", "100%", viewport.width()),
                length(gradient, style, "y2", "0%", viewport.height()));
        if (from.equals(to)) {
            return lastColor(stops);
        }
        AffineTransform fromUnit = PaintScope.product(toImage, LinearColors.along(from, to));
        AffineTransform toUnit = inverse(fromUnit);
        return toUnit == null ? null : new PixelPaint(new LinearColors(stops, spread(gradient), toUnit));
    }

    private static @Nullable Paint radial(
            StyleInheritance gradient, Style style, Viewport viewport, AffineTransform toImage, Stops stops) {
        double x = length(gradient, style, "cx", "50%", viewport.width());
        double y = length(gradient, style, "cy", "50%", viewport.height());
        double radius = length(gradient, style, "r", "50%", viewport.diagonal());
        double focalRadius = length(gradient, style, "fr", "0%", viewport.diagonal());
        if (radius < 0 || focalRadius < 0 || (focalRadius > 0 && focalRadius >= radius)) {
            throw SvgRefusal.of(gradient.first(), "radii of " + radius + " and " + focalRadius);
        }
        if (radius == 0) {
            return lastColor(stops);
        }
        String across = gradient.attribute("fx", "");
        String down = gradient.attribute("fy", "");
        double focusX = across.isEmpty() ? x : length(gradient, style, "fx", across, viewport.width());
        double focusY = down.isEmpty() ? y : length(gradient, style, "fy", down, viewport.height());
        AffineTransform toGradient = inverse(toImage);
        return toGradient == null
                ? null
                : new PixelPaint(new RadialColors(
                        stops,
                        spread(gradient),
                        toGradient,
                        new RadialColors.Circle(x, y, radius),
                        new RadialColors.Circle(focusX, focusY, focalRadius)));
    }

    private static Paint lastColor(Stops stops) {
        int last = stops.last();
        return new PixelPaint((x, y) -> last);
    }

    private static @Nullable AffineTransform inverse(AffineTransform transform) {
        try {
            return transform.createInverse();
        } catch (NoninvertibleTransformException e) {
            return null;
        }
    }

    private static double length(StyleInheritance gradient, Style style, String name, String fallback, double whole) {
        return style.read(name, gradient.attribute(name, fallback), Length::parse)
                .of(whole);
    }

    private static Spread spread(StyleInheritance gradient) {
        String method = gradient.attribute("spreadMethod", "pad");
        return switch (method) {
            case "pad" -> Spread.PAD;
            case "reflect" -> Spread.REFLECT;
            case "repeat" -> Spread.REPEAT;
            default -> throw SvgRefusal.ofValue(gradient.first(), "spreadMethod", method);
        };
    }

    private Stops stops(SvgElement element, double opacity) {
        List<SvgElement> stops = element.children().stream()
                .filter(child -> child.name().equals("stop"))
                .toList();
        Style parent = document.style(element);
        double[] offsets = new double[stops.size()];
        int[] argb = new int[stops.size()];
        double least = 0;
        for (int i = 0; i < stops.size(); i++) {
            Style style = document.style(stops.get(i), parent);
            least = Math.max(least, style.read("offset", stops.get(i).attribute("offset", "0"), SvgNumbers::share));
            offsets[i] = least;
            argb[i] = colors.color(style, StyleProperty.STOP_COLOR);
            double alpha = (argb[i] >>> 24) * style.share(StyleProperty.STOP_OPACITY);
            argb[i] = argb[i] & 0xffffff | (int) (alpha + 0.5) << 24;
        }
        return new Stops(offsets, argb, opacity);
    }
}
