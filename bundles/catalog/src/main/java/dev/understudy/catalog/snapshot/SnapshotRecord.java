package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A record in the catalog that it is used in.
 *
 * @param catalog gives the values that the record does not have
 * @param data the record's own values, shared between snapshots
 */
record SnapshotRecord(Catalog catalog, RecordData data) implements CatalogRecord {

    @Override
    public String id() {
        return data.id();
    }

    @Override
    @SuppressWarnings("unchecked") // Id is a text field
    public <T> T get(RecordField<T> field) {
        if (field == RecordFields.ID) {
            return (T) id();
        }
        T own = data.get(field);
        if (own != null) {
            return own;
        }
        Attribute<T> attribute = field.attribute();
        return attribute == null ? field.fallback() : catalog.get(attribute);
    }

    @Override
    public boolean has(RecordField<?> field) {
        return field == RecordFields.ID || data.get(field) != null;
    }

    @Override
    public Set<String> fields() {
        Set<String> names = data.fields().stream().map(RecordField::name).collect(Collectors.toSet());
        names.add(RecordFields.ID.name());
        return Set.copyOf(names);
    }

    @Override
    public String toString() {
        return catalog.rootId().isEmpty() ? id() : catalog.rootId() + "/" + id();
    }
}
