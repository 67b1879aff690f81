package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.style.StyleProperty;
import dev.understudy.codec.svg.style.StyledDocument;
import dev.understudy.codec.svg.style.UrlReference;
import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** Finds out with what a shape is filled, or its outline drawn. */
final class PaintReader {

    private final StyledDocument document;
    private final ColorReader colors = new ColorReader();
    private final GradientReader gradients;
    private final PatternPainter patterns;

    PaintReader(StyledDocument document, PatternPainter patterns) {
        this.document = document;
        this.patterns = patterns;
        gradients = new GradientReader(document, colors);
    }

    /** Whether anything is painted. */
    boolean isNone(PaintScope scope, StyleProperty property) {
        return scope.style().keyword(property).equals("none");
    }

    /**
     * The paint of a shape; null if nothing is painted.
     *
     * @param property {@link StyleProperty#FILL} or {@link StyleProperty#STROKE}
     * @param box of the shape, in its own coordinates
     */
    @Nullable
    Paint read(PaintScope scope, StyleProperty property, Rectangle2D box, double opacity) {
        Style style = scope.style();
        String value = style.value(property);
        UrlReference url = UrlReference.parse(value);
        if (url == null) {
            return plain(style, property, value, opacity);
        }
        SvgElement server = document.find(url.id());
        if (server == null || isWithoutEffect(server, box)) {
            return url.rest().isEmpty() ? null : plain(style, property, url.rest(), opacity);
        }
        if (GradientReader.NAMES.contains(server.name())) {
            return gradients.read(server, scope, box, opacity);
        }
        if (server.name().equals("pattern")) {
            return patterns.paint(server, scope, box, opacity);
        }
        throw SvgRefusal.of(server, "elements of this name as " + property.text());
    }

    /** Whether a paint is measured by a box that has no area; what is told for the case that it is missing is used then. */
    private boolean isWithoutEffect(SvgElement server, Rectangle2D box) {
        return GradientReader.NAMES.contains(server.name())
                && box.isEmpty()
                && StyleInheritance.of(server, document, GradientReader.NAMES).isOfBox("gradientUnits", true);
    }

    private @Nullable Paint plain(Style style, StyleProperty property, String value, double opacity) {
        if (value.equalsIgnoreCase("none")) {
            return null;
        }
        int color = colors.color(style, property, value);
        int alpha = (int) ((color >>> 24) * opacity + 0.5);
        return alpha == 0 ? null : new Color(color & 0xffffff | alpha << 24, true);
    }
}
