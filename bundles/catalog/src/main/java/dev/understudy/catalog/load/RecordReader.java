package dev.understudy.catalog.load;

import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.catalog.file.Findings;
import dev.understudy.catalog.file.MalformedFileException;
import dev.understudy.catalog.file.TableReader;
import dev.understudy.catalog.file.TableRow;
import dev.understudy.catalog.file.TableRow.Cell;
import dev.understudy.catalog.snapshot.RecordTable;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads image data files and static content data files. A record without a proper id is left out, and so is a field with a bad
 * value.
 *
 * <p>Source: the reference's pages on catalog data files and property data.
 */
final class RecordReader {

    private final Map<String, RecordField<?>> fields;

    /** A reader of files with these columns. */
    RecordReader(List<RecordField<?>> fields) {
        this.fields = fields.stream()
                .collect(Collectors.toUnmodifiableMap(
                        field -> field.name().toLowerCase(Locale.ROOT), Function.identity()));
    }

    RecordTable read(Reader reader, Findings findings) throws IOException, MalformedFileException {
        TableReader table = new TableReader(reader);
        TableHeader<RecordField<?>> header = TableHeader.read(table, this::field, RecordFields.ID.name(), findings);
        int idColumn = header.columns().indexOf(Optional.of(RecordFields.ID));
        RecordTable.Builder records = new RecordTable.Builder();
        for (TableRow row = table.next(); row != null; row = table.next()) {
            if (row.cells().stream().allMatch(cell -> cell.text().isEmpty())) {
                continue;
            }
            header.check(row, findings);
            String id =
                    idColumn < row.cells().size() ? row.cells().get(idColumn).text() : "";
            if (isId(id)) {
                records.add(id, values(header, row, id, findings));
            } else {
                findings.warn(
                        row.line(),
                        "the record has no usable Id: '" + TableHeader.shortened(id) + "'; allowed: "
                                + RecordFields.ID.syntax().allowed() + "; the record is left out");
            }
        }
        return records.build();
    }

    private Optional<RecordField<?>> field(String name) {
        return Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT)));
    }

    private static boolean isId(String id) {
        return !id.isEmpty() && id.indexOf(',') < 0;
    }

    private static LinkedHashMap<RecordField<?>, Object> values(
            TableHeader<RecordField<?>> header, TableRow row, String id, Findings findings) {
        LinkedHashMap<RecordField<?>, Object> values = new LinkedHashMap<>();
        int columns = Math.min(header.columns().size(), row.cells().size());
        for (int i = 0; i < columns; i++) {
            RecordField<?> field = header.columns().get(i).orElse(null);
            Cell cell = row.cells().get(i);
            if (field == null || field == RecordFields.ID || cell.text().isEmpty()) {
                continue;
            }
            try {
                Object value = value(field, cell);
                if (value != null) {
                    values.put(field, value);
                }
            } catch (IllegalArgumentException e) {
                findings.warn(
                        row.line(),
                        "record '" + TableHeader.shortened(id) + "', " + field.name() + ": " + e.getMessage()
                                + "; the field is left out");
            }
        }
        return values;
    }

    /** The value of a field; null for one that counts as none. */
    private static <T> @Nullable T value(RecordField<T> field, Cell cell) {
        boolean separated = field.syntax() == Syntaxes.PROPERTIES && !cell.quoted();
        T value = field.syntax().parse(separated ? cell.text().replace("??", "\r\n") : cell.text());
        return value.equals(field.none()) ? null : value;
    }
}
