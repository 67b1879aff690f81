package dev.understudy.codec.font.file;

import java.awt.FontFormatException;
import java.util.List;
import java.util.Set;

/**
 * Sees to it that a font of tables is whole. Every table that can change what is drawn must be as it was written; of 1,560
 * fonts of all ages none has a wrong checksum there. Programs that change the names or the licensing flags of a font leave
 * wrong ones, which make no difference.
 *
 * <p>Source: the OpenType specification, on required tables and on each of those that are read here.
 */
final class TableCheck {

    private static final List<String> REQUIRED = List.of("cmap", "head", "hhea", "hmtx", "maxp");

    /** The tables that are looked at when text without hints is laid out and drawn. */
    private static final Set<String> DRAWN_WITH = Set.of(
            "cmap", "hhea", "hmtx", "maxp", "glyf", "loca", "CFF ", "CFF2", "GSUB", "GPOS", "GDEF", "BASE", "kern",
            "kerx", "morx", "mort", "ankr", "trak", "post", "EBDT", "EBLC", "bdat", "bloc");

    /** The tables with images of glyphs that are drawn instead of outlines. */
    private static final List<String> COLORED = List.of("COLR", "SVG ", "CBDT", "sbix");

    /** The tables with images of glyphs that are drawn where they suit a size better than outlines. */
    private static final List<String> BITMAPS = List.of("EBDT", "bdat");

    private static final int HEAD_MAGIC = 0x5f0f3cf5;
    private static final int USE_TYPOGRAPHIC_METRICS = 1 << 7;

    private final TableDirectory directory;

    TableCheck(TableDirectory directory) {
        this.directory = directory;
    }

    /**
     * What the font has of glyphs.
     *
     * @throws FontFormatException when the font is damaged
     */
    GlyphTables tables() throws FontFormatException {
        for (String name : REQUIRED) {
            directory.table(name);
        }
        if (directory.isDamaged() || directory.lacksName(DRAWN_WITH)) {
            throw new FontFormatException("the list of its tables is damaged");
        }
        for (FontTable table : directory.all()) {
            if (isDrawnWith(table) && !table.isIntact()) {
                throw new FontFormatException("its table '" + table.name().strip() + "' is not what its checksum says");
            }
        }
        requireHead();
        int glyphs = directory.table("maxp").unsignedShort(4);
        requireMetrics(glyphs);
        VerticalGlyphs vertical = directory.has("GSUB")
                ? GlyphSubstitutions.vertical(directory.table("GSUB"), glyphs)
                : VerticalGlyphs.NONE;
        return new GlyphTables(outlines(glyphs), vertical);
    }

    private GlyphOutlines outlines(int glyphs) throws FontFormatException {
        boolean colored = COLORED.stream().anyMatch(directory::has);
        boolean bitmaps = BITMAPS.stream().anyMatch(directory::has);
        if (!hasOutlines()) {
            if (!colored && !bitmaps) {
                throw new FontFormatException("it has neither a table 'glyf' nor a table 'CFF'");
            }
            return GlyphOutlines.none(glyphs);
        }
        GlyphOutlines outlines = directory.has("glyf")
                ? GlyfOutlines.of(directory, glyphs)
                : CffOutlines.of(directory.table(directory.has("CFF ") ? "CFF " : "CFF2"), glyphs);
        return outlines.withOtherImages(colored || bitmaps && outlines.areOfMissingGlyphOnly());
    }

    private boolean hasOutlines() throws FontFormatException {
        return directory.has("CFF ")
                || directory.has("CFF2")
                || directory.has("glyf") && directory.table("glyf").length() > 0;
    }

    private boolean isDrawnWith(FontTable table) throws FontFormatException {
        return switch (table.name()) {
            // collections have one head for several fonts, whose sums differ
            case "head" -> !directory.isCollection();
            case "OS/2" -> hasTypographicMetrics(table);
            default -> DRAWN_WITH.contains(table.name());
        };
    }

    /** Whether the distance of lines is found in a table that programs like to change; it usually is in {@code hhea}. */
    private boolean hasTypographicMetrics(FontTable os2) throws FontFormatException {
        FontTable hhea = directory.table("hhea");
        return os2.length() > 63 && (os2.unsignedShort(62) & USE_TYPOGRAPHIC_METRICS) != 0
                || hhea.signedShort(4) == 0 && hhea.signedShort(6) == 0;
    }

    private void requireHead() throws FontFormatException {
        FontTable head = directory.table("head");
        int unitsPerEm = head.unsignedShort(18);
        if (head.bytes().getInt(12) != HEAD_MAGIC || unitsPerEm < 16 || unitsPerEm > 1 << 14) {
            throw new FontFormatException("its table 'head' is damaged");
        }
    }

    private void requireMetrics(int glyphs) throws FontFormatException {
        int metrics = directory.table("hhea").unsignedShort(34);
        int needed = metrics * 4 + Math.max(0, glyphs - metrics) * 2;
        if (glyphs == 0 || metrics == 0 || directory.table("hmtx").length() < needed) {
            throw new FontFormatException("its table 'hmtx' does not have the widths of all glyphs");
        }
    }
}
