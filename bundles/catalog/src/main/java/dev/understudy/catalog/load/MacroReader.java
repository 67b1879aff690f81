package dev.understudy.catalog.load;

import dev.understudy.catalog.file.Diagnostics;
import dev.understudy.catalog.file.MalformedFileException;
import dev.understudy.catalog.file.TableReader;
import dev.understudy.catalog.file.TableRow;
import dev.understudy.catalog.snapshot.Macro;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads macro definition files, which have the columns {@code Name} and {@code Definition}.
 *
 * <p>Source: the reference's pages on macro definitions.
 */
final class MacroReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    private MacroReader() {}

    private enum Column {
        NAME,
        DEFINITION;

        static Optional<Column> of(String name) {
            return Arrays.stream(values())
                    .filter(column -> column.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    /** The macros in the order of the file. */
    static List<Macro> read(Reader reader, Diagnostics diagnostics) throws IOException, MalformedFileException {
        TableReader table = new TableReader(reader);
        TableHeader<Column> header = TableHeader.read(table, Column::of, "Name", diagnostics);
        List<Macro> macros = new ArrayList<>();
        for (TableRow row = table.next(); row != null; row = table.next()) {
            String name = header.text(row, Column.NAME);
            String definition = header.text(row, Column.DEFINITION);
            header.check(row, diagnostics);
            if (!NAME.matcher(name).matches()) {
                diagnostics.warn(
                        row.line(),
                        "'" + TableHeader.shortened(name) + "' is no name of a macro; "
                                + "allowed: letters, digits, - _ .; the macro is left out");
            } else if (definition.isEmpty()) {
                diagnostics.warn(row.line(), "macro '" + name + "' has no definition; it is left out");
            } else {
                macros.add(new Macro(name, definition, row.line()));
            }
        }
        return macros;
    }
}
