package dev.understudy.catalog.load;

import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.file.Diagnostics;
import dev.understudy.catalog.file.MalformedFileException;
import dev.understudy.catalog.file.TableReader;
import dev.understudy.catalog.file.TableRow;
import dev.understudy.catalog.snapshot.RecordTable;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    RecordTable read(Reader reader, Diagnostics diagnostics) throws IOException, MalformedFileException {
        TableReader table = new TableReader(reader);
        RecordRows rows =
                new RecordRows(TableHeader.read(table, this::field, RecordFields.ID.name(), diagnostics), diagnostics);
        for (TableRow row = table.next(); row != null; row = table.next()) {
            rows.add(row);
        }
        return rows.build();
    }

    private Optional<RecordField<?>> field(String name) {
        return Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT)));
    }
}
