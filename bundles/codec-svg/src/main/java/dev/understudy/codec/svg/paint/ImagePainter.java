package dev.understudy.codec.svg.paint;

import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.svg.document.PartFailure;
import dev.understudy.codec.svg.document.SvgDamage;
import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.embedded.DataImages;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.style.StyleProperty;
import dev.understudy.codec.svg.value.AspectRatio;
import dev.understudy.codec.svg.value.ViewBox;
import dev.understudy.failure.ServeException;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** Paints images that stand in the file itself. */
final class ImagePainter {

    /** Pixels of an image, which are there only while it is painted. */
    private static final int MOST_PIXELS = Budget.SMALL;

    private final DataImages images;

    ImagePainter(DataImages images) {
        this.images = images;
    }

    /** Where an image lies, in its own coordinates. */
    static Rectangle2D place(PaintScope scope) {
        Style style = scope.style();
        if (style.geometry("width") == null || style.geometry("height") == null) {
            throw SvgRefusal.of(style.element(), "images without width or height");
        }
        Viewport viewport = scope.viewport();
        return new Rectangle2D.Double(
                viewport.x(style, "x"),
                viewport.y(style, "y"),
                Math.max(0, viewport.wide(style)),
                Math.max(0, viewport.high(style)));
    }

    void paint(Surface surface, SvgElement element, PaintScope scope, double opacity) {
        Rectangle2D place = place(scope);
        String link = element.attribute("href", "");
        if (place.isEmpty() || link.isBlank() || !ShapePainter.isVisible(scope.style())) {
            return;
        }
        paint(surface, read(element, link), scope, place, opacity);
    }

    private BufferedImage read(SvgElement element, String link) {
        try {
            return images.read(link, MOST_PIXELS);
        } catch (UnsupportedException e) {
            throw SvgRefusal.of(element, "an image that is no PNG or JPEG in the file itself: " + e.getMessage());
        } catch (IOException e) {
            throw SvgDamage.of(element, "an image that is damaged: " + e.getMessage());
        } catch (ServeException e) {
            throw PartFailure.of(element, "an image", e);
        }
    }

    private static void paint(
            Surface surface, BufferedImage image, PaintScope scope, Rectangle2D place, double opacity) {
        Style style = scope.style();
        ViewBox box = new ViewBox(0, 0, image.getWidth(), image.getHeight());
        AspectRatio ratio = style.read(
                "preserveAspectRatio", style.element().attribute("preserveAspectRatio", ""), AspectRatio::parse);
        AffineTransform toPlace = AffineTransform.getTranslateInstance(place.getX(), place.getY());
        toPlace.concatenate(ratio.fit(box, place.getWidth(), place.getHeight()));
        Rectangle2D pixels = new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight());
        Rectangle2D seen = toPlace.createTransformedShape(pixels).getBounds2D();
        Shape area =
                scope.toImage().createTransformedShape(Structure.isCut(style) ? seen.createIntersection(place) : seen);
        surface.fill(area, paint(image, PaintScope.product(scope.toImage(), toPlace), style, opacity), true);
    }

    private static PixelPaint paint(BufferedImage image, AffineTransform toImage, Style style, double opacity) {
        try {
            AffineTransform fromImage = toImage.createInverse();
            boolean smooth = isSmooth(style);
            BoxReduction reduction = smooth ? BoxReduction.of(fromImage) : BoxReduction.NONE;
            fromImage.preConcatenate(AffineTransform.getScaleInstance(1.0 / reduction.x(), 1.0 / reduction.y()));
            return new PixelPaint(
                    new TileColors(reduction.apply(image), fromImage, opacity, TileColors.Edge.EXTENDED, smooth));
        } catch (NoninvertibleTransformException e) {
            return new PixelPaint((x, y) -> 0);
        }
    }

    private static boolean isSmooth(Style style) {
        return switch (style.keyword(StyleProperty.IMAGE_RENDERING)) {
            case "optimizespeed", "pixelated", "crisp-edges", "-webkit-optimize-contrast" -> false;
            default -> true;
        };
    }
}
