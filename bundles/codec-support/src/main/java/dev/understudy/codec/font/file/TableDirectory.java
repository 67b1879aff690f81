package dev.understudy.codec.font.file;

import java.awt.FontFormatException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tables of a font file.
 *
 * <p>Source: the OpenType specification, "Organization of an OpenType Font".
 */
final class TableDirectory {

    private static final int COLLECTION = 0x74746366;
    private static final int FIRST_FONT = 12;
    private static final int HEAD_LENGTH = 12;
    private static final int ROW_LENGTH = 16;

    /** The sum of a font's file. */
    private static final int FILE_SUM = 0xb1b0afba;

    /** The names of tables: those of OpenType, of Apple, and of programs that make fonts. */
    private static final Set<String> KNOWN = Set.of(
            "BASE", "BDF ", "CBDT", "CBLC", "CFF ", "CFF2", "COLR", "CPAL", "DSIG", "EBDT", "EBLC", "EBSC", "EPAR",
            "FFTM", "Feat", "GDEF", "GPOS", "GSUB", "Glat", "Gloc", "HVAR", "JSTF", "LTSH", "MATH", "MERG", "MVAR",
            "OS/2", "PCLT", "PfEd", "STAT", "SVG ", "Silf", "Sill", "Silt", "TSI0", "TSI1", "TSI2", "TSI3", "TSI5",
            "TTFA", "TeX ", "VDMX", "VORG", "VVAR", "Zapf", "acnt", "ankr", "avar", "bdat", "bhed", "bloc", "bsln",
            "cmap", "cvar", "cvt ", "fdsc", "feat", "fmtx", "fpgm", "fvar", "gasp", "gcid", "glyf", "gvar", "hdmx",
            "head", "hhea", "hmtx", "just", "kern", "kerx", "lcar", "loca", "ltag", "maxp", "meta", "mort", "morx",
            "name", "opbd", "post", "prep", "prop", "sbix", "trak", "vhea", "vmtx", "webf", "xref");

    private final ByteBuffer file;
    private final boolean collection;
    private final Map<String, FontTable> tables = new TreeMap<>();

    private TableDirectory(ByteBuffer file) throws FontFormatException {
        this.file = file;
        collection = file.getInt(0) == COLLECTION;
        int start = collection ? file.getInt(FIRST_FONT) : 0;
        int count = Short.toUnsignedInt(file.getShort(start + 4));
        for (int i = 0; i < count; i++) {
            int row = start + HEAD_LENGTH + i * ROW_LENGTH;
            byte[] tag = new byte[4];
            file.get(row, tag);
            String name = new String(tag, StandardCharsets.ISO_8859_1);
            long offset = Integer.toUnsignedLong(file.getInt(row + 8));
            long length = Integer.toUnsignedLong(file.getInt(row + 12));
            if (offset + length > file.limit()) {
                throw new FontFormatException("its table '" + name + "' goes on beyond the end of the file");
            }
            tables.put(name, new FontTable(name, file.getInt(row + 4), file.slice((int) offset, (int) length)));
        }
    }

    static TableDirectory of(ByteBuffer file) throws FontFormatException {
        return new TableDirectory(file);
    }

    /** Whether the font shares its file, and perhaps its tables, with others. */
    boolean isCollection() {
        return collection;
    }

    /**
     * Whether the directory itself seems to be damaged: the file does not add up, and there is a table of a name that nobody uses.
     * The tables have checksums, but not their names.
     */
    boolean isDamaged() {
        return !collection && !KNOWN.containsAll(tables.keySet()) && FontTable.sum(file) != FILE_SUM;
    }

    /**
     * Whether a table seems to have lost its name. A collection has no sum, so names alone can tell.
     *
     * @param wanted the names of tables that make a difference
     */
    boolean lacksName(Set<String> wanted) {
        return collection
                && tables.keySet().stream()
                        .filter(name -> !KNOWN.contains(name))
                        .anyMatch(name -> !name.matches("[ -~]{4}") || Misspelling.of(name, wanted, tables.keySet()));
    }

    boolean has(String name) {
        return tables.containsKey(name);
    }

    /** A table that has to be there. */
    FontTable table(String name) throws FontFormatException {
        FontTable table = tables.get(name);
        if (table == null) {
            throw new FontFormatException("it has no table '" + name.strip() + "'");
        }
        return table;
    }

    Iterable<FontTable> all() {
        return tables.values();
    }
}
