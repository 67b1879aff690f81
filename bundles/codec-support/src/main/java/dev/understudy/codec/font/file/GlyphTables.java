package dev.understudy.codec.font.file;

/**
 * What the tables of a font say of its glyphs.
 *
 * @param outlines those that are promised
 * @param vertical the glyphs of lines that run from top to bottom
 */
public record GlyphTables(GlyphOutlines outlines, VerticalGlyphs vertical) {

    /** The tables of a font that has none, or that nobody has looked at. */
    public static final GlyphTables UNKNOWN = new GlyphTables(GlyphOutlines.UNKNOWN, VerticalGlyphs.NONE);
}
