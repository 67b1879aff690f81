package dev.understudy.codec.font.file;

import java.awt.FontFormatException;
import java.util.BitSet;

/**
 * The outlines of the Compact Font Format.
 *
 * <p>Source: Adobe's technical notes 5176 and 5177, and the OpenType specification, table CFF2.
 */
final class CffOutlines {

    private static final int CHAR_STRINGS = 17;
    private static final int ESCAPE = 12;

    private CffOutlines() {}

    static GlyphOutlines of(FontTable cff, int glyphs) throws FontFormatException {
        CffIndex charStrings = charStrings(cff);
        if (charStrings.count() < glyphs) {
            throw new FontFormatException("its table 'CFF' does not have all glyphs");
        }
        BitSet drawn = new BitSet(glyphs);
        BitSet blank = new BitSet(glyphs);
        for (int glyph = 0; glyph < glyphs; glyph++) {
            switch (CharString.content(charStrings.item(glyph))) {
                case DRAWN -> drawn.set(glyph);
                case BLANK -> blank.set(glyph);
                case UNKNOWN -> {}
            }
        }
        return new GlyphOutlines(drawn, blank, false);
    }

    private static CffIndex charStrings(FontTable cff) throws FontFormatException {
        int start = cff.unsignedByte(2);
        if (cff.unsignedByte(0) == 2) {
            return CffIndex.wide(cff, charStringsOffset(cff.part(start, cff.unsignedShort(3))));
        }
        CffIndex names = CffIndex.narrow(cff, start);
        FontTable top = CffIndex.narrow(cff, names.end()).item(0);
        return CffIndex.narrow(cff, charStringsOffset(top));
    }

    /** The operand of one operator among the numbers and operators of a dictionary. */
    private static long charStringsOffset(FontTable dictionary) throws FontFormatException {
        long operand = 0;
        int position = 0;
        while (position < dictionary.length()) {
            int first = dictionary.unsignedByte(position);
            if (first == CHAR_STRINGS) {
                return operand;
            }
            operand = operand(dictionary, position, first);
            position += length(dictionary, position, first);
        }
        throw new FontFormatException("its table 'CFF' names no outlines");
    }

    /** A number; offsets are not negative and not broken. */
    private static long operand(FontTable dictionary, int position, int first) {
        if (first == 28) {
            return dictionary.unsignedShort(position + 1);
        }
        if (first == 29) {
            return dictionary.unsignedInt(position + 1);
        }
        return first >= 247 && first <= 250
                ? (first - 247) * 256L + dictionary.unsignedByte(position + 1) + 108
                : first - 139L;
    }

    private static int length(FontTable dictionary, int position, int first) {
        if (first == 30) {
            int end = position + 1;
            while ((dictionary.unsignedByte(end) & 0xf) != 0xf) {
                end++;
            }
            return end + 1 - position;
        }
        return switch (first) {
            case 28 -> 3;
            case 29 -> 5;
            case ESCAPE -> 2;
            default -> first >= 247 && first <= 254 ? 2 : 1;
        };
    }
}
