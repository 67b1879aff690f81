package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.style.StyledDocument;
import dev.understudy.codec.svg.value.AspectRatio;
import dev.understudy.codec.svg.value.Length;
import dev.understudy.codec.svg.value.Transforms;
import dev.understudy.codec.svg.value.ViewBox;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes paints of patterns: the tile is painted once, in about as many pixels as it has in the image, and then repeated. */
final class PatternPainter {

    private static final Set<String> NAMES = Set.of("pattern");
    private static final double LARGEST_SIDE = 8192;

    private final StyledDocument document;
    private final Budget budget;
    private final ElementPainter elements;

    PatternPainter(StyledDocument document, Budget budget, ElementPainter elements) {
        this.document = document;
        this.budget = budget;
        this.elements = elements;
    }

    /**
     * The paint of a pattern; null if nothing is painted.
     *
     * @param scope of what is painted
     * @param box of what is painted, in its own coordinates
     */
    @Nullable
    Paint paint(SvgElement element, PaintScope scope, Rectangle2D box, double opacity) {
        StyleInheritance pattern = StyleInheritance.of(element, document, NAMES);
        Style style = document.style(element);
        boolean ofBox = pattern.isOfBox("patternUnits", true);
        if (ofBox && box.isEmpty()) {
            return null;
        }
        Rectangle2D tile = tile(pattern, style, scope.viewport(), ofBox ? box : null);
        if (tile.isEmpty()) {
            return null;
        }
        if (!Structure.isCut(style)) {
            throw SvgRefusal.of(element, "patterns that stand out over their tiles (overflow)");
        }
        AffineTransform toImage = PaintScope.product(
                scope.toImage(),
                style.read("patternTransform", pattern.attribute("patternTransform", ""), Transforms::parse));
        Rectangle size = new Rectangle(
                pixels(Math.hypot(toImage.getScaleX(), toImage.getShearY()) * tile.getWidth()),
                pixels(Math.hypot(toImage.getScaleY(), toImage.getShearX()) * tile.getHeight()));
        AffineTransform toTile =
                AffineTransform.getScaleInstance(size.width / tile.getWidth(), size.height / tile.getHeight());
        toTile.translate(-tile.getX(), -tile.getY());
        try (Surface surface = new Surface(size, budget)) {
            SvgElement source = pattern.having("");
            PaintScope base = new PaintScope(document.style(source), toTile, scope.viewport(), null, scope.depth() + 1);
            elements.paintParts(surface, source, content(pattern, style, base, tile, box));
            AffineTransform fromImage = PaintScope.product(toTile, toImage.createInverse());
            return new PixelPaint(new TileColors(surface.image(), fromImage, opacity, TileColors.Edge.REPEATED, true));
        } catch (NoninvertibleTransformException e) {
            return null;
        }
    }

    /** The scope of what stands in a pattern. */
    private static PaintScope content(
            StyleInheritance pattern, Style style, PaintScope base, Rectangle2D tile, Rectangle2D box) {
        String told = pattern.attribute("viewBox", "");
        if (!told.isEmpty()) {
            ViewBox view = style.read("viewBox", told, ViewBox::parse);
            AspectRatio ratio =
                    style.read("preserveAspectRatio", pattern.attribute("preserveAspectRatio", ""), AspectRatio::parse);
            return base.transformed(AffineTransform.getTranslateInstance(tile.getX(), tile.getY()))
                    .transformed(ratio.fit(view, tile.getWidth(), tile.getHeight()))
                    .within(new Viewport(view.width(), view.height()));
        }
        if (pattern.isOfBox("patternContentUnits", false)) {
            return BoxUnits.scope(base, box);
        }
        return base;
    }

    private static int pixels(double side) {
        return (int) Math.max(1, Math.min(LARGEST_SIDE, Math.ceil(side - 1e-6)));
    }

    private static Rectangle2D tile(
            StyleInheritance pattern, Style style, Viewport viewport, @Nullable Rectangle2D box) {
        Viewport whole = box == null ? viewport : BoxUnits.VIEWPORT;
        double x = length(pattern, style, "x", whole.width());
        double y = length(pattern, style, "y", whole.height());
        double width = length(pattern, style, "width", whole.width());
        double height = length(pattern, style, "height", whole.height());
        if (width < 0 || height < 0) {
            throw SvgRefusal.of(pattern.first(), "a size below 0");
        }
        return box == null
                ? new Rectangle2D.Double(x, y, width, height)
                : new Rectangle2D.Double(
                        box.getX() + x * box.getWidth(),
                        box.getY() + y * box.getHeight(),
                        width * box.getWidth(),
                        height * box.getHeight());
    }

    private static double length(StyleInheritance pattern, Style style, String name, double whole) {
        return style.read(name, pattern.attribute(name, "0"), Length::parse).of(whole);
    }
}
