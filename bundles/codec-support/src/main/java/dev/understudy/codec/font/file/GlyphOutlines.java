package dev.understudy.codec.font.file;

import java.util.BitSet;

/** The outlines that the tables of a font promise. */
public final class GlyphOutlines {

    /** The outlines of a font of which nothing is known. */
    public static final GlyphOutlines UNKNOWN = new GlyphOutlines(new BitSet(), new BitSet(), false);

    private final BitSet drawn;
    private final BitSet blank;
    private final boolean otherImages;

    /**
     * The outlines of a font.
     *
     * @param drawn the glyphs that certainly have one, by number
     * @param blank the glyphs that certainly have none
     * @param otherImages whether the font has images of glyphs that are drawn instead, such as bitmaps or layers of colors
     */
    GlyphOutlines(BitSet drawn, BitSet blank, boolean otherImages) {
        this.drawn = drawn;
        this.blank = blank;
        this.otherImages = otherImages;
    }

    /** The outlines of a font that has other images of all glyphs. */
    static GlyphOutlines none(int glyphs) {
        BitSet blank = new BitSet();
        blank.set(0, glyphs);
        return new GlyphOutlines(new BitSet(), blank, true);
    }

    GlyphOutlines withOtherImages(boolean others) {
        return new GlyphOutlines(drawn, blank, others);
    }

    /** Whether there is no outline but that of the glyph for missing characters, as in fonts that are all bitmaps. */
    boolean areOfMissingGlyphOnly() {
        return drawn.length() <= 1;
    }

    /** Whether a glyph certainly has an outline. */
    public boolean isDrawn(int glyph) {
        return drawn.get(glyph);
    }

    /** Whether a glyph has no outline and may have another image. */
    public boolean isDrawnOtherwise(int glyph) {
        return otherImages && blank.get(glyph);
    }
}
