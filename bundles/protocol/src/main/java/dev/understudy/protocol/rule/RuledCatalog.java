package dev.understudy.protocol.rule;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.AttributeOverrides;
import dev.understudy.catalog.AttributeSource;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.FontRecord;
import dev.understudy.catalog.ProfileRecord;
import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A catalog with the values that its rules give attributes for one request. */
final class RuledCatalog implements Catalog {

    private final Catalog catalog;
    private final AttributeOverrides overrides;

    RuledCatalog(Catalog catalog, AttributeOverrides overrides) {
        this.catalog = catalog;
        this.overrides = overrides;
    }

    @Override
    public String rootId() {
        return catalog.rootId();
    }

    @Override
    public <T> T get(Attribute<T> attribute) {
        return overrides.get(attribute).orElseGet(() -> catalog.get(attribute));
    }

    @Override
    public Optional<AttributeSource> written(Attribute<?> attribute) {
        return overrides.written(attribute).or(() -> catalog.written(attribute));
    }

    @Override
    public boolean inherits(Attribute<?> attribute) {
        return overrides.written(attribute).isEmpty() && catalog.inherits(attribute);
    }

    @Override
    public Optional<CatalogRecord> image(String id) {
        return catalog.image(id).map(record -> new RuledRecord(this, record));
    }

    @Override
    public List<CatalogRecord> variants(String id) {
        return catalog.variants(id).stream()
                .<CatalogRecord>map(record -> new RuledRecord(this, record))
                .toList();
    }

    @Override
    public Optional<CatalogRecord> content(String id) {
        return catalog.content(id).map(record -> new RuledRecord(this, record));
    }

    @Override
    public Optional<String> macro(String name) {
        return catalog.macro(name);
    }

    @Override
    public List<FontRecord> fonts() {
        return catalog.fonts();
    }

    @Override
    public List<ProfileRecord> profiles() {
        return catalog.profiles();
    }

    @Override
    public RuleSet rules() {
        return catalog.rules();
    }

    @Override
    public Set<String> imageIds() {
        return catalog.imageIds();
    }

    @Override
    public Instant lastModified() {
        return catalog.lastModified();
    }

    @Override
    public String toString() {
        return catalog.toString();
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
