package dev.understudy.engine.text;

import dev.understudy.codec.font.file.VerticalGlyphs;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.font.GraphicAttribute;
import java.awt.font.LineMetrics;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A letter that stands upright in a line which is set level and turned clockwise by a quarter afterwards, so it is turned the other way
 * here. Its middle is that of the letters that are turned with the line.
 */
final class UprightLetter extends GraphicAttribute {

    /** What stands for all but the last of the characters of a letter. */
    static final GraphicAttribute NOTHING = new UprightLetter(new Path2D.Double(), 0, null);

    /** The share of a Far Eastern letter's cell that is above its base line. */
    private static final double ABOVE = 0.88;

    private final Shape outline;
    private final float advance;
    private final float ascent;
    private final float descent;

    private UprightLetter(Shape outline, double advance, @Nullable LineMetrics metrics) {
        super(GraphicAttribute.ROMAN_BASELINE);
        this.outline = outline;
        this.advance = (float) advance;
        ascent = metrics == null ? 0 : metrics.getAscent();
        descent = metrics == null ? 0 : metrics.getDescent();
    }

    /**
     * A letter in a square cell.
     *
     * @param corner how far it is moved to the right and up, in sizes of the font
     */
    static UprightLetter farEastern(String letter, Font font, TextStyle style, double corner) {
        double size = font.getSize2D() * style.spacing().scaleY();
        return of(glyphs(letter, font), font, style, size, ABOVE * size, corner * size);
    }

    /** A letter in a square cell, in the form that its font has for vertical lines; null where it has none. */
    static @Nullable UprightLetter ofFont(String letter, Font font, VerticalGlyphs forms, TextStyle style) {
        GlyphVector glyphs = glyphs(letter, font);
        int[] codes = glyphs.getGlyphCodes(0, glyphs.getNumGlyphs(), null);
        int[] vertical = Arrays.stream(codes).map(forms::of).toArray();
        if (Arrays.equals(codes, vertical)) {
            return null;
        }
        GlyphVector form = font.createGlyphVector(FormattedLine.CONTEXT, vertical);
        if (vertical.length > 1) {
            for (int i = 0; i <= vertical.length; i++) {
                form.setGlyphPosition(i, glyphs.getGlyphPosition(i)); // marks stay where they are on their letter
            }
        }
        double size = font.getSize2D() * style.spacing().scaleY();
        return of(form, font, style, size, ABOVE * size, 0);
    }

    /** A letter in a cell as high as a level line of its font. */
    static UprightLetter roman(String letter, Font font, TextStyle style) {
        LineMetrics metrics = font.getLineMetrics(letter, FormattedLine.CONTEXT);
        return of(
                glyphs(letter, font), font, style, metrics.getAscent() + metrics.getDescent(), metrics.getAscent(), 0);
    }

    private static GlyphVector glyphs(String letter, Font font) {
        return font.layoutGlyphVector(
                FormattedLine.CONTEXT, letter.toCharArray(), 0, letter.length(), Font.LAYOUT_LEFT_TO_RIGHT);
    }

    private static UprightLetter of(
            GlyphVector glyphs, Font font, TextStyle style, double cell, double baseline, double corner) {
        LineMetrics metrics = font.getLineMetrics("x", FormattedLine.CONTEXT);
        double width = glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX()
                - style.spacing().tracking();
        double middle = (metrics.getAscent() - metrics.getDescent()) / 2;
        AffineTransform place = AffineTransform.getQuadrantRotateInstance(-1);
        place.translate(middle - width / 2 + corner, baseline - corner);
        Shape outline = place.createTransformedShape(glyphs.getOutline());
        return new UprightLetter(outline, Math.max(0, cell + style.spacing().tracking()), metrics);
    }

    @Override
    public float getAscent() {
        return ascent;
    }

    @Override
    public float getDescent() {
        return descent;
    }

    @Override
    public float getAdvance() {
        return advance;
    }

    @Override
    public Rectangle2D getBounds() {
        return outline.getBounds2D();
    }

    @Override
    public Shape getOutline(@Nullable AffineTransform place) {
        return place == null ? outline : place.createTransformedShape(outline);
    }

    @Override
    public void draw(Graphics2D graphics, float x, float y) {
        graphics.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(outline));
    }
}
