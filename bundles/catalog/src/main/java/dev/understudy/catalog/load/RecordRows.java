package dev.understudy.catalog.load;

import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.catalog.file.Diagnostics;
import dev.understudy.catalog.file.TableRow;
import dev.understudy.catalog.file.TableRow.Cell;
import dev.understudy.catalog.snapshot.RecordTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one data file into records. */
final class RecordRows {

    private final TableHeader<RecordField<?>> header;
    private final int idColumn;
    private final Diagnostics diagnostics;
    private final RecordTable.Builder records = new RecordTable.Builder();

    /** The rows that have a value for a field that does not work. */
    private final Map<RecordField<?>, Rows> withoutEffect = new LinkedHashMap<>();

    private record Rows(int first, int count) {

        private Rows and(Rows others) {
            return new Rows(first, count + others.count);
        }
    }

    /** The lists of fields that records have come with, by the columns that they are in. */
    private final Map<BitSet, List<RecordField<?>>> fieldLists = new HashMap<>();

    RecordRows(TableHeader<RecordField<?>> header, Diagnostics diagnostics) {
        this.header = header;
        this.idColumn = header.columns().indexOf(Optional.of(RecordFields.ID));
        this.diagnostics = diagnostics;
    }

    RecordTable build() {
        withoutEffect.forEach((field, rows) -> diagnostics.warn(
                rows.first(),
                field.name() + ": this field does nothing yet; "
                        + (rows.count() == 1 ? "a record has it" : rows.count() + " records have it")));
        return records.build();
    }

    void add(TableRow row) {
        String id = idColumn < row.cells().size() ? row.cells().get(idColumn).text() : "";
        if (isId(id)) {
            header.check(row, diagnostics);
            addRecord(id, row);
        } else if (!row.isEmpty()) {
            diagnostics.warn(
                    row.line(),
                    "the record has no usable Id: '" + TableHeader.shortened(id) + "'; allowed: "
                            + RecordFields.ID.syntax().allowed() + "; the record is left out");
        }
    }

    private static boolean isId(String id) {
        return !id.isEmpty() && id.indexOf(',') < 0;
    }

    private void addRecord(String id, TableRow row) {
        BitSet columns = new BitSet();
        List<Object> values = new ArrayList<>();
        int count = Math.min(header.columns().size(), row.cells().size());
        for (int column = 0; column < count; column++) {
            RecordField<?> field = header.columns().get(column).orElse(null);
            Cell cell = row.cells().get(column);
            if (field != null && column != idColumn && !cell.text().isEmpty()) {
                Object value = value(field, cell, id, row.line());
                if (value != null) {
                    columns.set(column);
                    values.add(value);
                }
            }
        }
        records.add(id, fieldLists.computeIfAbsent(columns, this::fields), values);
    }

    private List<RecordField<?>> fields(BitSet columns) {
        List<RecordField<?>> fields = new ArrayList<>();
        columns.stream().forEach(column -> header.columns().get(column).ifPresent(fields::add));
        return List.copyOf(fields);
    }

    /** The value of a field; null for one that counts as none or cannot be read. */
    private <T> @Nullable T value(RecordField<T> field, Cell cell, String id, int line) {
        boolean separated = field.syntax() == Syntaxes.PROPERTIES && !cell.quoted();
        try {
            T value = field.syntax().parse(separated ? cell.text().replace("??", "\r\n") : cell.text());
            if (field.ignores(value)) {
                withoutEffect.merge(field, new Rows(line, 1), Rows::and);
            }
            return value.equals(field.none()) ? null : value;
        } catch (IllegalArgumentException e) {
            diagnostics.warn(
                    line,
                    "record '" + TableHeader.shortened(id) + "', " + field.name() + ": " + e.getMessage()
                            + "; the field is left out");
            return null;
        }
    }
}
