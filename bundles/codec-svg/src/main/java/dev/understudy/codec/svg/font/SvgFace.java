package dev.understudy.codec.svg.font;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.util.Locale;
import java.util.Map;

/**
 * A face of a font.
 *
 * @param font of {@link #SIZE} pixels, kerned; glyphs are scaled from there, since Java rounds the outlines of small ones
 * @param bold whether it is bold by itself
 * @param italic whether it is italic or oblique by itself
 */
public record SvgFace(Font font, boolean bold, boolean italic) {

    /** The size of its font, in pixels. */
    public static final float SIZE = 100;

    /** What glyphs are measured in. */
    public static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final Map<TextAttribute, Object> KERNED =
            Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON, TextAttribute.SIZE, SIZE);

    /** The face of a loaded font, as its name has it. */
    static SvgFace of(Font font) {
        String name = font.getFontName(Locale.ROOT).toLowerCase(Locale.ROOT);
        return new SvgFace(
                font.deriveFont(KERNED),
                name.matches(".*\\b(semi|demi|extra|ultra)?-?(bold|black|heavy)\\b.*"),
                name.contains("italic") || name.contains("oblique"));
    }

    /** How far it is from what is wanted: first what has to be made up, then what is too much. */
    int distance(boolean wantsBold, boolean wantsItalic) {
        return cost(bold, wantsBold) * 2 + cost(italic, wantsItalic);
    }

    private static int cost(boolean is, boolean wanted) {
        return is == wanted ? 0 : is ? 4 : 1;
    }

    /** The same with a weight that is made up where it has another one. */
    public SvgFace heavier() {
        return bold ? this : new SvgFace(font.deriveFont(Font.BOLD), true, italic);
    }
}
