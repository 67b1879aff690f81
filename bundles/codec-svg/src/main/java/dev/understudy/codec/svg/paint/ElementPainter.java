package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.embedded.DataImages;
import dev.understudy.codec.svg.font.DocumentFonts;
import dev.understudy.codec.svg.style.StyleProperty;
import dev.understudy.codec.svg.style.StyledDocument;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** Paints elements and all that stands in them. */
final class ElementPainter {

    private final Structure structure;
    private final Boxes boxes;
    private final ShapePainter shapes;
    private final Coverages coverages;
    private final TextPainter texts;
    private final ImagePainter images;

    ElementPainter(StyledDocument document, Budget budget, DocumentFonts fonts, DataImages images) {
        this.images = new ImagePainter(images);
        structure = new Structure(document, budget);
        shapes = new ShapePainter(
                new PaintReader(document, new PatternPainter(document, budget, this)),
                new MarkerPainter(document, this));
        texts = new TextPainter(structure, fonts, shapes);
        boxes = new Boxes(structure, texts);
        coverages = new Coverages(document, structure, boxes, texts, this);
    }

    /** Paints the outermost element, or another with its effects, into the scope that is its own. */
    void paint(Surface surface, SvgElement element, PaintScope scope) {
        if (!scope.style().keyword(StyleProperty.FILTER).equals("none")) {
            throw SvgRefusal.ofValue(element, "filter", scope.style().value(StyleProperty.FILTER));
        }
        double opacity = scope.style().share(StyleProperty.OPACITY);
        if (opacity == 0 || Structure.isFlat(element, scope)) {
            return;
        }
        boolean cut = coverages.has(scope);
        if (opacity == 1 && !cut) {
            content(surface, element, scope, 1);
        } else if (!cut && isSingle(element, scope)) {
            content(surface, element, scope, opacity);
        } else {
            layered(surface, element, scope, opacity);
        }
    }

    /** Whether the opacity of an element is that of the only thing that is painted for it. */
    private boolean isSingle(SvgElement element, PaintScope scope) {
        return element.name().equals("image") || (ShapeReader.isShape(element) && shapes.isSingle(scope));
    }

    /** Paints an element apart, and lays what of it is to be seen over what is there. */
    private void layered(Surface surface, SvgElement element, PaintScope scope, double opacity) {
        Rectangle2D painted = boxes.painted(element, scope);
        Rectangle part = painted == null ? new Rectangle() : surface.touched(grown(painted));
        if (part.isEmpty()) {
            return;
        }
        try (Surface layer = surface.layer(part)) {
            content(layer, element, scope, 1);
            coverages.apply(layer, element, scope);
            surface.draw(layer, opacity);
        }
    }

    /** A box with a pixel around it, for what is smoothed. */
    private static Rectangle2D grown(Rectangle2D box) {
        return new Rectangle2D.Double(box.getX() - 1, box.getY() - 1, box.getWidth() + 2, box.getHeight() + 2);
    }

    private void content(Surface surface, SvgElement element, PaintScope scope, double opacity) {
        switch (element.name()) {
            case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon" ->
                shapes.paint(surface, element, scope, opacity);
            case "image" -> images.paint(surface, element, scope, opacity);
            case "text" -> texts.paint(surface, element, scope);
            default -> paintCut(surface, element, scope, Structure.cut(element, scope));
        }
    }

    /** Paints what stands in an element, as far as it lies in a shape; all of it if there is none. */
    void paintCut(Surface surface, SvgElement element, PaintScope scope, @Nullable Shape cut) {
        if (cut == null || Coverages.covers(cut, surface.bounds())) {
            paintParts(surface, element, scope);
            return;
        }
        Rectangle part = surface.touched(cut.getBounds2D());
        if (part.isEmpty()) {
            return;
        }
        try (Surface layer = surface.layer(part)) {
            paintParts(layer, element, scope);
            coverages.keep(layer, cut);
            surface.draw(layer, 1);
        }
    }

    /** Paints a mask with its own effects, as far as it lies in a shape. */
    void paintMasked(Surface surface, SvgElement mask, PaintScope scope, Shape area) {
        paintCut(surface, mask, scope, area);
        coverages.apply(surface, mask, scope);
    }

    /** Paints what stands in an element. */
    void paintParts(Surface surface, SvgElement element, PaintScope scope) {
        for (Structure.Part part : structure.parts(element, scope)) {
            paint(surface, part.element(), part.scope());
        }
    }
}
