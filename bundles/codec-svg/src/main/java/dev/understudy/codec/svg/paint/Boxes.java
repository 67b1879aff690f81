package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.geometry.CurveBounds;
import dev.understudy.codec.svg.style.StyleProperty;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures elements: the boxes that their outlines fill, and what they can be painted on. */
final class Boxes {

    private static final double WIDEST_CAP = Math.sqrt(2);

    private final Structure structure;
    private final TextPainter texts;

    Boxes(Structure structure, TextPainter texts) {
        this.structure = structure;
        this.texts = texts;
    }

    /** The box of the outlines in an element, in its own coordinates; an empty one if there are none. */
    Rectangle2D own(SvgElement element, PaintScope scope) {
        Rectangle2D box = union(element, scope.at(new AffineTransform()), false);
        return box == null ? new Rectangle2D.Double() : box;
    }

    /** No less than what an element is painted on, in coordinates of the image; null if nothing is painted. */
    @Nullable
    Rectangle2D painted(SvgElement element, PaintScope scope) {
        return union(element, scope, true);
    }

    private @Nullable Rectangle2D union(SvgElement element, PaintScope scope, boolean strokes) {
        if (ShapeReader.isShape(element)) {
            return shape(element, scope, strokes);
        }
        if (element.name().equals("image")) {
            return CurveBounds.of(scope.toImage().createTransformedShape(ImagePainter.place(scope)));
        }
        if (element.name().equals("text")) {
            return text(element, scope, strokes);
        }
        if (Structure.isFlat(element, scope)) {
            return null;
        }
        Rectangle2D box = null;
        for (Structure.Part part : structure.parts(element, scope)) {
            Rectangle2D inner = union(part.element(), part.scope(), strokes);
            if (inner != null) {
                box = box == null ? inner : box.createUnion(inner);
            }
        }
        return box;
    }

    private @Nullable Rectangle2D text(SvgElement element, PaintScope scope, boolean strokes) {
        List<TextRun> runs = texts.runs(element, scope);
        Rectangle2D cells = TextPainter.box(runs);
        if (cells == null) {
            return null;
        }
        Rectangle2D box = scope.toImage().createTransformedShape(cells).getBounds2D();
        for (TextRun run : runs) {
            Rectangle2D inked = strokes ? outlined(run.outline(), run.scope(), true) : null;
            box = inked == null ? box : box.createUnion(inked);
        }
        return box;
    }

    private static @Nullable Rectangle2D shape(SvgElement element, PaintScope scope, boolean strokes) {
        return outlined(ShapeReader.read(element, scope).path(), scope, strokes);
    }

    private static @Nullable Rectangle2D outlined(Path2D outline, PaintScope scope, boolean strokes) {
        Path2D path = new Path2D.Double(outline);
        path.transform(scope.toImage());
        Rectangle2D box = CurveBounds.of(path);
        boolean marked = strokes && MarkerPainter.hasMarkers(scope.style());
        if (marked) {
            return new Rectangle2D.Double(-1e9, -1e9, 2e9, 2e9);
        }
        if (box == null
                || !strokes
                || scope.style().keyword(StyleProperty.STROKE).equals("none")) {
            return box;
        }
        double reach = StrokeReader.width(scope) / 2 * reach(scope);
        return new Rectangle2D.Double(
                box.getX() - reach, box.getY() - reach, box.getWidth() + 2 * reach, box.getHeight() + 2 * reach);
    }

    /** How far a stroke can stand out, in pixels of the image for each of half its width. */
    private static double reach(PaintScope scope) {
        AffineTransform transform = StrokeReader.isUnscaled(scope.style()) ? new AffineTransform() : scope.toImage();
        double largest = Math.hypot(
                Math.hypot(transform.getScaleX(), transform.getShearX()),
                Math.hypot(transform.getScaleY(), transform.getShearY()));
        return largest * Math.max(WIDEST_CAP, StrokeReader.read(scope).miterLimit());
    }
}
