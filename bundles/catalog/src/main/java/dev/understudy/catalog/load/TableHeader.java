package dev.understudy.catalog.load;

import dev.understudy.catalog.file.Diagnostics;
import dev.understudy.catalog.file.MalformedFileException;
import dev.understudy.catalog.file.TableReader;
import dev.understudy.catalog.file.TableRow;
import dev.understudy.catalog.file.TableRow.Cell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The columns of a data file. Those whose names start with a period are of no interest to us; unknown ones are noted.
 *
 * @param columns what each is, in the order of the file; empty for one that is passed over
 * @param <C> what columns can be
 */
record TableHeader<C>(List<Optional<C>> columns) {

    /**
     * Reads the first row.
     *
     * @param known finds a column by its name
     * @param required the column that there must be
     */
    static <C> TableHeader<C> read(
            TableReader table, Function<String, Optional<C>> known, String required, Diagnostics diagnostics)
            throws IOException, MalformedFileException {
        TableRow row = table.next();
        if (row == null) {
            throw new MalformedFileException(1, "the file is empty; its first line names the columns");
        }
        Set<String> names = new HashSet<>();
        List<Optional<C>> columns = new ArrayList<>();
        for (Cell cell : row.cells()) {
            String name = cell.text();
            if (name.isEmpty()) {
                throw new MalformedFileException(row.line(), "column " + (columns.size() + 1) + " has no name");
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new MalformedFileException(row.line(), "two columns are named '" + shortened(name) + "'");
            }
            Optional<C> column = name.startsWith(".") ? Optional.empty() : known.apply(name);
            if (column.isEmpty() && !name.startsWith(".")) {
                diagnostics.warn(row.line(), "there is no field '" + shortened(name) + "'; the column is ignored");
            }
            columns.add(column);
        }
        if (!names.contains(required.toLowerCase(Locale.ROOT))) {
            throw new MalformedFileException(
                    row.line(), "there is no column '" + required + "'; tabs separate columns");
        }
        return new TableHeader<>(columns);
    }

    /** The value of a row in a column; empty when there is no such column or the row ends before it. */
    String text(TableRow row, C column) {
        int index = columns.indexOf(Optional.of(column));
        return index < 0 || index >= row.cells().size()
                ? ""
                : row.cells().get(index).text();
    }

    /** Notes fields of a row that have no column. */
    void check(TableRow row, Diagnostics diagnostics) {
        if (row.cells().size() > columns.size()
                && row.cells().stream()
                        .skip(columns.size())
                        .anyMatch(cell -> !cell.text().isEmpty())) {
            diagnostics.warn(
                    row.line(),
                    "the line has more fields than the " + columns.size() + " columns; those beyond are ignored");
        }
    }

    /** A text for messages. */
    static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
