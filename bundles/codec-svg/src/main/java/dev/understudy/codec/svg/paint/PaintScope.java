package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.style.Style;
import java.awt.geom.AffineTransform;
import org.jspecify.annotations.Nullable;

/**
 * Where and as what an element is drawn.
 *
 * @param style what holds for it
 * @param toImage from its coordinates to those of the image
 * @param viewport what percentages are of
 * @param given the size that a {@code use} gives to what it draws; null if it gives none
 * @param depth how many elements it is drawn within
 */
record PaintScope(
        Style style,
        AffineTransform toImage,
        Viewport viewport,
        @Nullable Viewport given,
        int depth) {

    private static final int MOST_DEPTH = 400;
    private static final double LARGEST = 1e9;

    PaintScope {
        if (depth > MOST_DEPTH) {
            throw SvgRefusal.of(style.element(), "elements that use themselves, or are nested too deep");
        }
        requireSmall(style, toImage.getScaleX());
        requireSmall(style, toImage.getScaleY());
        requireSmall(style, toImage.getShearX());
        requireSmall(style, toImage.getShearY());
        requireSmall(style, toImage.getTranslateX());
        requireSmall(style, toImage.getTranslateY());
    }

    private static void requireSmall(Style style, double number) {
        if (!(Math.abs(number) <= LARGEST)) {
            throw SvgRefusal.of(style.element(), "a transform that is so large");
        }
    }

    /** The scope of an element that is drawn in this one, with its own transform. */
    PaintScope enter(Style inner) {
        return new PaintScope(inner, toImage, viewport, given, depth + 1).transformed(viewport.transform(inner));
    }

    /** The same behind a transform. */
    PaintScope transformed(AffineTransform transform) {
        return transform.isIdentity() ? this : at(product(toImage, transform));
    }

    /** The same with other coordinates of the image. */
    PaintScope at(AffineTransform newToImage) {
        return new PaintScope(style, newToImage, viewport, given, depth);
    }

    PaintScope within(Viewport newViewport) {
        return new PaintScope(style, toImage, newViewport, null, depth);
    }

    PaintScope giving(@Nullable Viewport size) {
        return new PaintScope(style, toImage, viewport, size, depth);
    }

    /** What applying {@code inner} and then {@code outer} comes to. */
    static AffineTransform product(AffineTransform outer, AffineTransform inner) {
        AffineTransform result = new AffineTransform(outer);
        result.concatenate(inner);
        return result;
    }
}
