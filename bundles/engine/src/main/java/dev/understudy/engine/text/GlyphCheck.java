package dev.understudy.engine.text;

import dev.understudy.engine.fontfile.GlyphOutlines;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.text.Bidi;
import java.util.BitSet;

/**
 * Sees to it that Java draws the glyphs that a font's tables promise. Java draws nothing for a glyph that it cannot read, and does
 * not say so. Each glyph is looked at once.
 */
final class GlyphCheck {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final float SIZE = 20;

    private final String name;
    private final Font font;
    private final GlyphOutlines outlines;
    private final BitSet checked = new BitSet();

    /**
     * A check.
     *
     * @param name of the font, for messages
     * @param outlines what its tables promise
     */
    GlyphCheck(String name, Font font, GlyphOutlines outlines) {
        this.name = name;
        this.font = font.deriveFont(SIZE);
        this.outlines = outlines;
    }

    /**
     * Looks at the glyphs of a part of a text.
     *
     * @throws ServeException {@code font.corrupt} when one does not come out, {@code request.unsupported} when it is none of
     *     outlines
     */
    void require(String text, int start, int end) throws ServeException {
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
        }
    }

    private void require(GlyphVector glyphs, int position, int character) throws ServeException {
        int glyph = glyphs.getGlyphCode(position);
        if (outlines.isDrawnOtherwise(glyph) && !FontChoice.isBlank(character)) {
            throw new ServeException(new Failure.Unsupported("The font '" + name + "' has no outline of "
                    + words(character) + "; bitmaps and layers of colors in fonts are not supported"));
        }
        if (!outlines.isDrawn(glyph) || isChecked(glyph)) {
            return;
        }
        if (glyphs.getGlyphOutline(position).getBounds2D().getHeight() == 0) {
            throw new ServeException(new Failure.Corrupt(
                    FailureKind.FONT_CORRUPT, name, "the outline of " + words(character) + " cannot be drawn", null));
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

    private static String words(int character) {
        return String.format("U+%04X", character);
    }
}
