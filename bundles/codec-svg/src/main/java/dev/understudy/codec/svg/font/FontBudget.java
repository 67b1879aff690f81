package dev.understudy.codec.svg.font;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;

/** How many fonts of its own a document may be painted with, and how large they may be together. */
final class FontBudget {

    private static final int MOST_FONTS = 32;

    private int fonts;
    private long bytes;

    /** Takes note of a font. */
    void add(SvgElement element, int more) {
        bytes += more;
        if (++fonts > MOST_FONTS || bytes > EmbeddedFonts.MOST_BYTES) {
            throw SvgRefusal.of(
                    element,
                    "more than " + MOST_FONTS + " fonts in the file, or more than " + EmbeddedFonts.MOST_BYTES
                            + " bytes of them");
        }
    }
}
