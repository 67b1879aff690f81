package dev.understudy.engine.text;

import dev.understudy.engine.plan.TextDialect;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import org.jspecify.annotations.Nullable;

/**
 * A part of a line that stands on one base line and looks alike, in points.
 *
 * @param layout its characters, upright and without a line under them
 * @param look how they look
 * @param leading what is left free below their cells
 * @param underline the line under them; null for none
 * @param text the characters
 */
record TextSegment(
        TextLayout layout,
        SegmentLook look,
        double leading,
        @Nullable Underline underline,
        String text) {

    /** The share of the font's height that counts for the line: stretched letters of {@code textPs=} do not move lines apart. */
    double lineShare(TextDialect dialect) {
        return dialect == TextDialect.TEXT_PS ? 1 / look.scaleY() : 1;
    }

    /** How far above the line it stands, as far as that counts for the line. */
    double lineRise(TextDialect dialect) {
        return dialect == TextDialect.TEXT_PS ? 0 : look.rise();
    }

    /** The same characters laid out otherwise. */
    TextSegment with(TextLayout other) {
        return new TextSegment(other, look, leading, underline, text);
    }

    double advance() {
        return layout.getAdvance();
    }

    /** The advance without blanks at its end, which are on its left when it is read from there. */
    double visibleAdvance() {
        return layout.isLeftToRight() ? layout.getVisibleAdvance() : layout.getAdvance();
    }

    int blanksAtEnd() {
        return text.length() - text.stripTrailing().length();
    }

    /** The right edge of its ink, from the start of its base line. */
    double inkEnd() {
        double letters = look.slant() == 0
                ? layout.getBounds().getMaxX()
                : letters(new AffineTransform()).getBounds2D().getMaxX();
        return underline == null ? letters : Math.max(letters, advance());
    }

    /**
     * The ink of the segment.
     *
     * @param place where the start of its base line comes
     * @param end where the line under it ends, from there
     */
    Shape outline(AffineTransform place, double end) {
        Shape letters = letters(place);
        return underline == null ? letters : underline.joined(letters, 0, end, place);
    }

    private Shape letters(AffineTransform place) {
        AffineTransform slanted = new AffineTransform(place);
        slanted.shear(-look.slant(), 0);
        return layout.getOutline(slanted);
    }
}
