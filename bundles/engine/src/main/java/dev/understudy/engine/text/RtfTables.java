package dev.understudy.engine.text;

import dev.understudy.image.Color;
import java.util.List;

/**
 * The tables that control words refer to by number.
 *
 * <p>Source: the reference's page on color handling.
 *
 * @param written colors as commands write them; the control word {@code iscolortbl}
 * @param rgb the control word {@code colortbl}
 * @param cmyk the control word {@code cmykcolortbl}
 * @param fonts the control word {@code fonttbl}
 */
record RtfTables(List<Color> written, RtfColorTable rgb, RtfColorTable cmyk, RtfFontTable fonts) {

    RtfTables {
        written = List.copyOf(written);
    }

    /** No tables but colors that are known already. */
    static RtfTables of(List<Color> colors) {
        return new RtfTables(colors, RtfColorTable.EMPTY, RtfColorTable.EMPTY, RtfFontTable.EMPTY);
    }

    RtfTables withRgb(RtfColorTable colors) {
        return new RtfTables(written, colors, cmyk, fonts);
    }

    RtfTables withCmyk(RtfColorTable colors) {
        return new RtfTables(written, rgb, colors, fonts);
    }

    RtfTables withFonts(RtfFontTable others) {
        return new RtfTables(written, rgb, cmyk, others);
    }

    /** A color by its index, of the first table that has it: layers are drawn in RGB, so inks come last. Black when none has. */
    Color color(int index) {
        if (index >= 0 && index < written.size()) {
            return written.get(index);
        }
        return rgb.has(index) ? rgb.at(index) : cmyk.at(index);
    }
}
