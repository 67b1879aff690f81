package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.RecordField;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of a data file by itself, without the catalog that it is used in. It holds only the values that it has; the list of
 * fields is shared with the records that have values for the same ones. Immutable.
 */
public final class RecordData {

    private final String id;
    private final List<RecordField<?>> fields;
    private final Object[] values;

    /**
     * Makes a record.
     *
     * @param fields the fields that it has values for
     * @param values one a field, of the field's type; not copied
     */
    RecordData(String id, List<RecordField<?>> fields, Object[] values) {
        this.id = id;
        this.fields = fields;
        this.values = values;
    }

    /** {@code catalog::Id}. */
    public String id() {
        return id;
    }

    /** The fields that it has values for. */
    public List<RecordField<?>> fields() {
        return fields;
    }

    /** The record's own value, null when it has none. */
    @SuppressWarnings("unchecked") // RecordTable.Builder put values of the fields' types
    public <T> @Nullable T get(RecordField<T> field) {
        for (int i = 0; i < values.length; i++) {
            if (fields.get(i) == field) {
                return (T) values[i];
            }
        }
        return null;
    }

    /** Whether it is the same record: it becomes another object each time that it is looked up. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecordData record
                && fields == record.fields
                && id.equals(record.id)
                && Arrays.equals(values, record.values);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
