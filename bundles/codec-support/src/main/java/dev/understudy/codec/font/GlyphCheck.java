package dev.understudy.codec.font;

import dev.understudy.codec.font.file.GlyphOutlines;
import dev.understudy.codec.font.file.GlyphTables;
import dev.understudy.codec.font.file.VerticalGlyphs;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.text.Bidi;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Sees to it that Java draws the glyphs that a font's tables promise. Java draws nothing for a glyph that it cannot read, and does
 * not say so. Each glyph is looked at once.
 */
public final class GlyphCheck {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final float SIZE = 20;

    private final String name;
    private final Font font;
    private final GlyphOutlines outlines;
    private final VerticalGlyphs forms;
    private final BitSet checked = new BitSet();

    /**
     * A check.
     *
     * @param name of the font, for messages
     * @param tables what they say of its glyphs
     */
    GlyphCheck(String name, Font font, GlyphTables tables) {
        this.name = name;
        this.font = font.deriveFont(SIZE);
        outlines = tables.outlines();
        forms = tables.vertical();
    }

    /**
     * Looks at the glyphs of a text.
     *
     * @throws ServeException as {@link #require(String, int, int, IntPredicate)}
     */
    public void require(String text) throws ServeException {
        require(text, 0, text.length(), character -> false);
    }

    /**
     * Looks at the glyphs of a part of a text.
     *
     * @param vertical the characters that are drawn in the form for lines from top to bottom
     * @throws ServeException {@code font.corrupt} when one does not come out, {@code request.unsupported} when it is none of
     *     outlines
     */
    public void require(String text, int start, int end, IntPredicate vertical) throws ServeException {
        if (outlines == GlyphOutlines.UNKNOWN) {
            return;
        }
        char[] characters = text.toCharArray();
        int direction =
                Bidi.requiresBidi(characters, start, end) ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
        GlyphVector glyphs = font.layoutGlyphVector(CONTEXT, characters, start, end, direction);
        for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
            int character = text.codePointAt(start + glyphs.getGlyphCharIndex(i));
            require(glyphs, i, character);
            if (vertical.test(character)) {
                requireForm(glyphs.getGlyphCode(i), character);
            }
        }
    }

    private void requireForm(int glyph, int character) throws ServeException {
        if (!forms.areKnown()) {
            throw corrupt("its table 'GSUB', which has the vertical form of " + words(character) + ", is damaged");
        }
        int form = forms.of(glyph);
        if (form != glyph) {
            require(font.createGlyphVector(CONTEXT, new int[] {form}), 0, character);
        }
    }

    private void require(GlyphVector glyphs, int position, int character) throws ServeException {
        int glyph = glyphs.getGlyphCode(position);
        if (outlines.isDrawnOtherwise(glyph) && !BlankCharacters.isBlank(character)) {
            throw new ServeException(new Failure.Unsupported("The font '" + name + "' has no outline of "
                    + words(character) + "; bitmaps and layers of colors in fonts are not supported"));
        }
        if (!outlines.isDrawn(glyph) || isChecked(glyph)) {
            return;
        }
        if (glyphs.getGlyphOutline(position).getBounds2D().getHeight() == 0) {
            throw corrupt("the outline of " + words(character) + " cannot be drawn");
        }
        synchronized (checked) {
            checked.set(glyph);
        }
    }

    private boolean isChecked(int glyph) {
        synchronized (checked) {
            return checked.get(glyph);
        }
    }

    private ServeException corrupt(String detail) {
        return new ServeException(new Failure.Corrupt(FailureKind.FONT_CORRUPT, name, detail, null));
    }

    private static String words(int character) {
        return String.format("U+%04X", character);
    }
}
