package dev.understudy.codec.svg.font;

import dev.understudy.codec.font.LoadedFont;
import dev.understudy.codec.svg.document.PartFailure;
import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.failure.ServeException;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A face of a font.
 *
 * @param origin the font as it was loaded
 * @param font of {@link #SIZE} pixels, kerned; glyphs are scaled from there, since Java rounds the outlines of small ones
 * @param look how it looks by itself
 * @param bold makes its outlines bolder than they are; null where they stay as they are
 */
public record SvgFace(
        LoadedFont origin,
        Font font,
        FaceLook look,
        @Nullable Font bold) {

    /** The size of its font, in pixels. */
    public static final float SIZE = 100;

    /** What glyphs are measured in. */
    public static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** By how much outlines are wider and higher in Java's own bold. */
    private static final double GROWTH = SIZE / 32;

    private static final Map<TextAttribute, Object> KERNED =
            Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON, TextAttribute.SIZE, SIZE);

    /** The face of a loaded font. */
    static SvgFace of(LoadedFont font, FaceLook look) {
        return new SvgFace(font, font.font().deriveFont(KERNED), look, null);
    }

    /** The same for text of a weight, which is made up where it lacks that. */
    SvgFace weighing(int weight) {
        return look.isTooLight(weight) ? new SvgFace(origin, font, look, font.deriveFont(Font.BOLD)) : this;
    }

    /**
     * The outline of a glyph in its place. One that is made bold needs no more room, as browsers have it: it grows on all sides, where
     * Java has it grow upwards and to the right.
     *
     * @param glyphs of its font
     */
    public Shape outline(GlyphVector glyphs, int index) {
        if (bold == null) {
            return glyphs.getGlyphOutline(index);
        }
        GlyphVector grown = bold.createGlyphVector(CONTEXT, new int[] {glyphs.getGlyphCode(index)});
        Point2D place = glyphs.getGlyphPosition(index);
        return AffineTransform.getTranslateInstance(place.getX() - GROWTH / 2, place.getY() + GROWTH / 2)
                .createTransformedShape(grown.getGlyphOutline(0));
    }

    /** Whether it has a character. */
    public boolean has(int character) {
        return font.canDisplay(character);
    }

    /**
     * Sees to it that letters come out as the font promises.
     *
     * @param element that they are in, for messages
     */
    public void requireDrawn(String text, SvgElement element) {
        try {
            origin.requireIntact();
            origin.check().require(text);
        } catch (ServeException e) {
            throw PartFailure.of(element, "a font", e);
        }
    }
}
