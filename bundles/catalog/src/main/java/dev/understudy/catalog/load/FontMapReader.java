package dev.understudy.catalog.load;

import dev.understudy.catalog.FontRecord;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.catalog.file.Diagnostics;
import dev.understudy.catalog.file.MalformedFileException;
import dev.understudy.catalog.file.TableReader;
import dev.understudy.catalog.file.TableRow;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads font map files. An entry without name or file is left out.
 *
 * <p>Source: the reference's pages on the font map.
 */
final class FontMapReader {

    private final TableHeader<Column> header;
    private final Diagnostics diagnostics;
    private final Map<FontRecord.Face, FontRecord> fonts = new LinkedHashMap<>();
    /** How many of the fonts have a PsName. */
    private final Map<String, Integer> psNames = new HashMap<>();

    private FontMapReader(TableHeader<Column> header, Diagnostics diagnostics) {
        this.header = header;
        this.diagnostics = diagnostics;
    }

    private enum Column {
        NAME("Name"),
        FONT_PATH("FontPath"),
        BOLD("Bold"),
        ITALIC("Italic"),
        METRICS_PATH("MetricsPath"),
        PS_NAME("PsName");

        private final String field;

        Column(String field) {
            this.field = field;
        }

        static Optional<Column> of(String name) {
            return Arrays.stream(values())
                    .filter(column -> column.field.equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    /** The entries in the order of the file, without a root path; of several for the same face, the last one. */
    static List<FontRecord> read(Reader reader, Diagnostics diagnostics) throws IOException, MalformedFileException {
        TableReader table = new TableReader(reader);
        TableHeader<Column> header = TableHeader.read(table, Column::of, Column.NAME.field, diagnostics);
        FontMapReader fonts = new FontMapReader(header, diagnostics);
        for (TableRow row = table.next(); row != null; row = table.next()) {
            fonts.add(row);
        }
        return List.copyOf(fonts.fonts.values());
    }

    private void add(TableRow row) {
        if (row.isEmpty()) {
            return;
        }
        header.check(row, diagnostics);
        String name = header.text(row, Column.NAME).strip();
        String path = header.text(row, Column.FONT_PATH).strip();
        if (name.isEmpty() || path.isEmpty()) {
            diagnostics.warn(
                    row.line(), "the font has no " + (name.isEmpty() ? "Name" : "FontPath") + "; it is left out");
            return;
        }
        FontRecord font = new FontRecord(
                name,
                flag(row, Column.BOLD),
                flag(row, Column.ITALIC),
                path,
                header.text(row, Column.METRICS_PATH).strip(),
                header.text(row, Column.PS_NAME).strip(),
                "");
        FontRecord before = fonts.remove(font.face());
        if (before != null) {
            psNames.merge(before.psName(), -1, Integer::sum);
            diagnostics.warn(
                    row.line(),
                    "font '" + TableHeader.shortened(name)
                            + "' is there before with the same Bold and Italic; this one counts");
        }
        fonts.put(font.face(), font);
        boolean taken = psNames.merge(font.psName(), 1, Integer::sum) > 1;
        if (taken && !font.psName().isEmpty()) {
            diagnostics.warn(
                    row.line(), "another font has the PsName '" + TableHeader.shortened(font.psName()) + "' already");
        }
    }

    private boolean flag(TableRow row, Column column) {
        String value = header.text(row, column);
        if (value.isBlank()) {
            return false;
        }
        try {
            return Syntaxes.FLAG.parse(value);
        } catch (IllegalArgumentException e) {
            diagnostics.warn(row.line(), column.field + ": " + e.getMessage() + "; it counts as 0");
            return false;
        }
    }
}
