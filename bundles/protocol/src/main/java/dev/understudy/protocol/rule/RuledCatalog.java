package dev.understudy.protocol.rule;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.AttributeOverrides;
import dev.understudy.catalog.AttributeSource;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordField;
import dev.understudy.protocol.view.CatalogView;
import java.util.Optional;
import java.util.Set;

/** A catalog with the values that its rules give attributes for one request. */
final class RuledCatalog extends CatalogView {

    private final AttributeOverrides overrides;

    RuledCatalog(Catalog catalog, AttributeOverrides overrides) {
        super(catalog);
        this.overrides = overrides;
    }

    @Override
    protected CatalogRecord view(CatalogRecord record) {
        return new RuledRecord(this, record);
    }

    @Override
    public <T> T get(Attribute<T> attribute) {
        return overrides.get(attribute).orElseGet(() -> super.get(attribute));
    }

    @Override
    public Optional<AttributeSource> written(Attribute<?> attribute) {
        return overrides.written(attribute).or(() -> super.written(attribute));
    }

    @Override
    public boolean inherits(Attribute<?> attribute) {
        return overrides.written(attribute).isEmpty() && super.inherits(attribute);
    }

    /** A record of the catalog, for which the same values hold. */
    private record RuledRecord(RuledCatalog catalog, CatalogRecord record) implements CatalogRecord {

        @Override
        public String id() {
            return record.id();
        }

        @Override
        public <T> T get(RecordField<T> field) {
            Attribute<T> attribute = field.attribute();
            return attribute == null || record.has(field)
                    ? record.get(field)
                    : catalog.overrides.get(attribute).orElseGet(() -> record.get(field));
        }

        @Override
        public boolean has(RecordField<?> field) {
            return record.has(field);
        }

        @Override
        public Set<String> fields() {
            return record.fields();
        }

        @Override
        public String toString() {
            return record.toString();
        }
    }
}
