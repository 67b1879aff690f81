package dev.understudy.codec.font;

import dev.understudy.codec.font.file.GlyphTables;
import dev.understudy.codec.font.file.VerticalGlyphs;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Locale;

/**
 * A font that Java has loaded. When it meets damage in a font, Java puts another one into its place without a word; what the
 * font was at first tells.
 *
 * @param name for messages
 * @param font of one point
 * @param face the name that the font gives itself
 * @param glyphs how many it has
 * @param vertical those of lines that run from top to bottom
 * @param optical how its letters are spaced by their shapes
 * @param check looks at those that are drawn
 */
public record LoadedFont(
        String name,
        Font font,
        String face,
        int glyphs,
        VerticalGlyphs vertical,
        OpticalKerning optical,
        GlyphCheck check) {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final String PROBE = "Aa0";

    /**
     * A font just loaded, having been used once.
     *
     * @param tables what they say of its glyphs
     */
    public static LoadedFont of(String name, Font font, GlyphTables tables) {
        LoadedFont loaded = new LoadedFont(
                name,
                font,
                font.getFontName(Locale.ROOT),
                font.getNumGlyphs(),
                tables.vertical(),
                new OpticalKerning(font),
                new GlyphCheck(name, font, tables));
        font.deriveFont(20f).createGlyphVector(CONTEXT, PROBE).getOutline();
        font.canDisplay('A');
        return loaded;
    }

    /**
     * Sees to it that Java still draws with this font.
     *
     * @throws ServeException {@code font.corrupt} when it does not
     */
    public void requireIntact() throws ServeException {
        if (font.getNumGlyphs() != glyphs || !font.getFontName(Locale.ROOT).equals(face)) {
            throw new ServeException(new Failure.Corrupt(FailureKind.FONT_CORRUPT, name, "the file is damaged", null));
        }
    }
}
