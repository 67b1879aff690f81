package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.style.StyleProperty;
import dev.understudy.codec.svg.style.StyledDocument;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;

/** How much of each pixel of a layer is kept: what clip paths and masks leave. */
final class Coverages {

    private static final String NONE = "none";
    private static final String UNITS = "clipPathUnits";

    private final StyledDocument document;
    private final Structure structure;
    private final Boxes boxes;
    private final TextPainter texts;
    private final MaskPainter masks;

    Coverages(StyledDocument document, Structure structure, Boxes boxes, TextPainter texts, ElementPainter elements) {
        this.texts = texts;
        this.document = document;
        this.structure = structure;
        this.boxes = boxes;
        masks = new MaskPainter(document, elements);
    }

    /** Whether anything is cut away from an element. */
    boolean has(PaintScope scope) {
        return !isNone(scope, StyleProperty.CLIP_PATH) || !isNone(scope, StyleProperty.MASK);
    }

    private static boolean isNone(PaintScope scope, StyleProperty property) {
        return scope.style().keyword(property).equals(NONE);
    }

    /** Cuts away what an element's clip path and mask do. */
    void apply(Surface layer, SvgElement element, PaintScope scope) {
        if (!isNone(scope, StyleProperty.CLIP_PATH)) {
            clip(layer, element, scope);
        }
        if (!isNone(scope, StyleProperty.MASK)) {
            SvgElement mask = document.referred(scope.style(), StyleProperty.MASK);
            if (mask == null || !mask.name().equals("mask")) {
                throw SvgRefusal.of(element, "a mask that is not there"); // nothing or all, who knows
            }
            masks.apply(layer, mask, scope, boxes.own(element, scope));
        }
    }

    /** Whether a shape is a rectangle around all of some pixels. */
    static boolean covers(Shape shape, Rectangle pixels) {
        return shape.contains(pixels) && new Area(shape).isRectangular();
    }

    /** Keeps what lies in a shape. */
    void keep(Surface layer, Shape shape) {
        try (Surface coverage = layer.layer(layer.bounds())) {
            coverage.fill(shape, Color.WHITE, true);
            layer.keep(coverage);
        }
    }

    private void clip(Surface layer, SvgElement element, PaintScope scope) {
        SvgElement clip = document.referred(scope.style(), StyleProperty.CLIP_PATH);
        if (clip == null || !clip.name().equals("clipPath")) {
            return; // as if it were not there
        }
        Style style = document.style(clip);
        PaintScope inner = new PaintScope(style, scope.toImage(), scope.viewport(), null, scope.depth() + 1)
                .transformed(scope.viewport().transform(style));
        if (BoxUnits.areMeant(clip, UNITS, clip.attribute(UNITS, BoxUnits.USER_SPACE))) {
            inner = BoxUnits.scope(inner, boxes.own(element, scope));
        }
        try (Surface coverage = layer.layer(layer.bounds())) {
            cover(coverage, clip, inner);
            layer.keep(coverage);
        }
        if (has(inner)) {
            apply(layer, clip, inner);
        }
    }

    /** Covers what lies in the outlines of an element. */
    private void cover(Surface coverage, SvgElement element, PaintScope scope) {
        for (Structure.Part part : structure.parts(element, scope)) {
            if (!has(part.scope())) {
                coverPart(coverage, part);
                continue;
            }
            try (Surface layer = coverage.layer(coverage.bounds())) {
                coverPart(layer, part);
                apply(layer, part.element(), part.scope());
                coverage.draw(layer, 1);
            }
        }
    }

    private void coverPart(Surface coverage, Structure.Part part) {
        Style style = part.scope().style();
        if (ShapeReader.isShape(part.element())) {
            Path2D path = ShapeReader.read(part.element(), part.scope()).path();
            cover(coverage, path, ShapePainter.rule(style, StyleProperty.CLIP_RULE), part.scope());
        } else if (part.element().name().equals("text")) {
            for (TextRun run : texts.runs(part.element(), part.scope())) {
                cover(coverage, run.outline(), Path2D.WIND_NON_ZERO, run.scope());
            }
        } else if (part.element().name().equals("use")) {
            cover(coverage, part.element(), part.scope());
        } else {
            throw SvgRefusal.of(part.element(), "elements of this name in a clip path");
        }
    }

    private static void cover(Surface coverage, Path2D outline, int rule, PaintScope scope) {
        if (ShapePainter.isVisible(scope.style())) {
            Path2D path = new Path2D.Double(outline);
            path.setWindingRule(rule);
            path.transform(scope.toImage());
            coverage.fill(path, Color.WHITE, ShapePainter.isSmooth(scope.style()));
        }
    }
}
