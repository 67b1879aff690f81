package dev.understudy.codec.font.file;

import java.util.Map;

/** The glyphs of a font that take the place of others in lines that run from top to bottom. */
public final class VerticalGlyphs {

    /** Of a font that has none, or of which nothing is known. */
    public static final VerticalGlyphs NONE = new VerticalGlyphs(Map.of(), true);

    /** Of a font whose table of them is damaged. */
    static final VerticalGlyphs UNREADABLE = new VerticalGlyphs(Map.of(), false);

    private final Map<Integer, Integer> forms;
    private final boolean readable;

    private VerticalGlyphs(Map<Integer, Integer> forms, boolean readable) {
        this.forms = forms;
        this.readable = readable;
    }

    /** Glyphs by the numbers of those whose place they take. */
    static VerticalGlyphs of(Map<Integer, Integer> forms) {
        return forms.isEmpty() ? NONE : new VerticalGlyphs(Map.copyOf(forms), true);
    }

    /** Whether the font says which glyphs these are, or has none; else its table of them is damaged. */
    public boolean areKnown() {
        return readable;
    }

    /** The glyph that is drawn in the place of another one; the same where there is none. */
    public int of(int glyph) {
        return forms.getOrDefault(glyph, glyph);
    }
}
