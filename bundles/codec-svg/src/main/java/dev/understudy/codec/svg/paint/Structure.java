package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.style.StyleProperty;
import dev.understudy.codec.svg.style.StyledDocument;
import dev.understudy.codec.svg.value.AspectRatio;
import dev.understudy.codec.svg.value.ViewBox;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is drawn in an element, and in which coordinates: groups, images in images, and what is used at other places. */
final class Structure {

    /** An element, and where and as what it is drawn. */
    record Part(SvgElement element, PaintScope scope) {}

    private static final Set<String> VIEWPORTS = Set.of("svg", "symbol");

    /** Elements that are drawn only where others refer to them, or never. */
    private static final Set<String> NEVER_DRAWN = Set.of(
            "defs",
            "symbol",
            "clipPath",
            "mask",
            "marker",
            "pattern",
            "linearGradient",
            "radialGradient",
            "filter",
            "stop",
            "style",
            "title",
            "desc",
            "metadata",
            "script",
            "view",
            "cursor",
            "font",
            "font-face",
            "color-profile",
            "animate",
            "animateColor",
            "animateMotion",
            "animateTransform",
            "set",
            "mpath",
            "missing-glyph",
            "glyph",
            "solidcolor",
            "hatch",
            "meshgradient",
            "discard");

    private final StyledDocument document;
    private final Budget budget;

    Structure(StyledDocument document, Budget budget) {
        this.document = document;
        this.budget = budget;
    }

    /** The element that {@code href} refers to; null when it is not there. */
    @Nullable
    SvgElement linked(SvgElement element) {
        return document.linked(element);
    }

    /** The style of an element at its own place in the document. */
    Style ownStyle(SvgElement element) {
        return document.style(element);
    }

    /** A child of an element, in the scope of its content; null if it is not drawn. */
    @Nullable
    Part enter(SvgElement element, PaintScope content, boolean used) {
        budget.visit(element);
        boolean symbol = used && element.name().equals("symbol");
        if ((NEVER_DRAWN.contains(element.name()) && !symbol) || !Conditions.hold(element)) {
            return null;
        }
        Style style = document.style(element, content.style());
        if (style.keyword(StyleProperty.DISPLAY).equals("none")) {
            return null;
        }
        return new Part(element, content.enter(style));
    }

    /** What is drawn in an element that others stand in, from the bottom to the top. */
    List<Part> parts(SvgElement element, PaintScope scope) {
        return switch (element.name()) {
            case "use" -> used(element, scope);
            case "switch" -> chosen(element, scope);
            case "svg", "symbol" -> children(element, content(element, scope));
            case "g", "a", "clipPath", "mask", "marker", "pattern" -> children(element, scope);
            default -> throw SvgRefusal.of(element, "elements of this name");
        };
    }

    /** The first child whose conditions hold, and no other. */
    private List<Part> chosen(SvgElement element, PaintScope scope) {
        for (SvgElement child : element.children()) {
            if (!NEVER_DRAWN.contains(child.name()) && Conditions.hold(child)) {
                Part part = enter(child, scope.giving(null), false);
                return part == null ? List.of() : List.of(part);
            }
        }
        return List.of();
    }

    private List<Part> children(SvgElement element, PaintScope content) {
        List<Part> parts = new ArrayList<>();
        for (SvgElement child : element.children()) {
            Part part = enter(child, content.giving(null), false);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    private List<Part> used(SvgElement element, PaintScope scope) {
        SvgElement target = document.linked(element);
        if (target == null) {
            return List.of();
        }
        Viewport viewport = scope.viewport();
        PaintScope moved = scope.transformed(
                AffineTransform.getTranslateInstance(viewport.x(scope.style(), "x"), viewport.y(scope.style(), "y")));
        boolean sized = VIEWPORTS.contains(target.name());
        Part part = enter(target, moved.giving(sized ? given(scope) : null), true);
        return part == null ? List.of() : List.of(part);
    }

    /** The size that a {@code use} says; below 0 where it says nothing. */
    private static Viewport given(PaintScope scope) {
        boolean width = scope.style().geometry("width") != null;
        boolean height = scope.style().geometry("height") != null;
        return new Viewport(
                width ? scope.viewport().wide(scope.style()) : -1,
                height ? scope.viewport().high(scope.style()) : -1);
    }

    /** Where an image within an image lies, in the coordinates around it. */
    private static Rectangle2D place(SvgElement element, PaintScope scope) {
        Style style = scope.style();
        Viewport given = scope.given();
        boolean symbol = element.name().equals("symbol");
        Viewport around = scope.viewport();
        double width =
                given != null && given.width() >= 0 ? given.width() : symbol ? around.width() : around.wide(style);
        double height =
                given != null && given.height() >= 0 ? given.height() : symbol ? around.height() : around.high(style);
        return new Rectangle2D.Double(
                symbol ? 0 : around.x(style, "x"),
                symbol ? 0 : around.y(style, "y"),
                Math.max(0, width),
                Math.max(0, height));
    }

    private static boolean isOutermost(SvgElement element) {
        return element.parent() == null;
    }

    private static PaintScope content(SvgElement element, PaintScope scope) {
        if (isOutermost(element)) {
            return scope;
        }
        Rectangle2D place = place(element, scope);
        return fitted(element, scope, place);
    }

    /** The scope of what is drawn in an element that has a view box, or may have one, at some place. */
    static PaintScope fitted(SvgElement element, PaintScope scope, Rectangle2D place) {
        PaintScope moved = scope.transformed(AffineTransform.getTranslateInstance(place.getX(), place.getY()));
        ViewBox box = viewBox(element, scope.style());
        if (box == null) {
            return moved.within(new Viewport(place.getWidth(), place.getHeight()));
        }
        AspectRatio ratio = scope.style()
                .read("preserveAspectRatio", element.attribute("preserveAspectRatio", ""), AspectRatio::parse);
        return moved.transformed(ratio.fit(box, place.getWidth(), place.getHeight()))
                .within(new Viewport(box.width(), box.height()));
    }

    /** An element's view box; null if it has none. */
    static @Nullable ViewBox viewBox(SvgElement element, Style style) {
        String box = element.attribute("viewBox");
        return box == null ? null : style.read("viewBox", box, ViewBox::parse);
    }

    /** What an image within an image is cut to, in coordinates of the whole; null if it is not cut. */
    static @Nullable Shape cut(SvgElement element, PaintScope scope) {
        if (!VIEWPORTS.contains(element.name()) || isOutermost(element) || !isCut(scope.style())) {
            return null;
        }
        return scope.toImage().createTransformedShape(place(element, scope));
    }

    /** Whether what stands out over an element's edge is cut off. */
    static boolean isCut(Style style) {
        return switch (style.keyword(StyleProperty.OVERFLOW)) {
            case "visible", "auto" -> false;
            case "hidden", "scroll", "clip" -> true;
            default -> throw SvgRefusal.ofValue(style.element(), "overflow", style.value(StyleProperty.OVERFLOW));
        };
    }

    /** Whether nothing can be seen of an element that has a size. */
    static boolean isFlat(SvgElement element, PaintScope scope) {
        if (!VIEWPORTS.contains(element.name()) || isOutermost(element)) {
            return false;
        }
        Rectangle2D place = place(element, scope);
        ViewBox box = viewBox(element, scope.style());
        return place.isEmpty() || (box != null && box.isEmpty());
    }
}
