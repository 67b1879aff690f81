package dev.understudy.codec.font.file;

import java.awt.FontFormatException;
import java.util.BitSet;

/**
 * The outlines of TrueType.
 *
 * <p>Source: the OpenType specification, tables glyf and loca.
 */
final class GlyfOutlines {

    private static final int HEAD = 10;

    private GlyfOutlines() {}

    static GlyphOutlines of(TableDirectory directory, int glyphs) throws FontFormatException {
        FontTable loca = directory.table("loca");
        FontTable glyf = directory.table("glyf");
        boolean wide = directory.table("head").signedShort(50) != 0;
        BitSet drawn = new BitSet(glyphs);
        BitSet blank = new BitSet(glyphs);
        if (loca.length() < (glyphs + 1) * (wide ? 4 : 2)) {
            throw new FontFormatException("its table 'loca' does not have all glyphs");
        }
        for (int glyph = 0; glyph < glyphs; glyph++) {
            long start = offset(loca, glyph, wide);
            long length = offset(loca, glyph + 1, wide) - start;
            if (length < 0 || start + length > glyf.length() || length > 0 && length < HEAD) {
                throw new FontFormatException("its table 'loca' does not fit its table 'glyf'");
            }
            (length > 0 && hasArea(glyf, (int) start) ? drawn : blank).set(glyph);
        }
        if (drawn.isEmpty()) {
            throw new FontFormatException("its table 'loca' names no outline");
        }
        return new GlyphOutlines(drawn, blank, false);
    }

    /** Whether a glyph has contours, and a box with a width and a height around them. */
    private static boolean hasArea(FontTable glyf, int start) {
        return glyf.signedShort(start) != 0
                && glyf.signedShort(start + 2) < glyf.signedShort(start + 6)
                && glyf.signedShort(start + 4) < glyf.signedShort(start + 8);
    }

    private static long offset(FontTable loca, int glyph, boolean wide) {
        return wide ? loca.unsignedInt(glyph * 4) : loca.unsignedShort(glyph * 2) * 2L;
    }
}
