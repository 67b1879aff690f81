package dev.understudy.codec.svg.font;

import dev.understudy.codec.font.LoadedFont;
import dev.understudy.codec.svg.document.PartFailure;
import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.failure.ServeException;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.util.Map;

/**
 * A face of a font.
 *
 * @param origin the font as it was loaded
 * @param font of {@link #SIZE} pixels, kerned; glyphs are scaled from there, since Java rounds the outlines of small ones
 * @param look how it looks by itself
 */
public record SvgFace(LoadedFont origin, Font font, FaceLook look) {

    /** The size of its font, in pixels. */
    public static final float SIZE = 100;

    /** What glyphs are measured in. */
    public static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final Map<TextAttribute, Object> KERNED =
            Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON, TextAttribute.SIZE, SIZE);

    /** The face of a loaded font. */
    static SvgFace of(LoadedFont font, FaceLook look) {
        return new SvgFace(font, font.font().deriveFont(KERNED), look);
    }

    /** The same for text of a weight, which is made up where it lacks that. */
    SvgFace weighing(int weight) {
        return look.isTooLight(weight) ? new SvgFace(origin, font.deriveFont(Font.BOLD), look) : this;
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
