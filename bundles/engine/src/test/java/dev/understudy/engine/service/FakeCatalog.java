package dev.understudy.engine.service;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.RecordField;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The only catalog there is: the default one, with what a test puts into it. */
final class FakeCatalog implements Catalog, Catalogs {

    private final Map<String, String> attributes = new HashMap<>();
    private final Map<String, Map<String, String>> records = new HashMap<>();

    FakeCatalog with(Attribute<?> attribute, String value) {
        attributes.put(attribute.name(), value);
        return this;
    }

    FakeCatalog record(String id, RecordField<?> field, String value) {
        records.computeIfAbsent(id, any -> new HashMap<>()).put(field.name(), value);
        return this;
    }

    @Override
    public String rootId() {
        return "";
    }

    @Override
    public <T> T get(Attribute<T> attribute) {
        String value = attributes.get(attribute.name());
        return value == null ? attribute.fallback() : attribute.syntax().parse(value);
    }

    @Override
    public Optional<CatalogRecord> image(String id) {
        return Optional.ofNullable(records.get(id)).map(fields -> new FakeRecord(id, fields));
    }

    @Override
    public Optional<CatalogRecord> content(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<String> macro(String name) {
        return Optional.empty();
    }

    @Override
    public Set<String> imageIds() {
        return records.keySet();
    }

    @Override
    public Instant lastModified() {
        return Instant.EPOCH;
    }

    @Override
    public Catalog defaultCatalog() {
        return this;
    }

    @Override
    public Optional<Catalog> catalog(String rootId) {
        return Optional.empty();
    }

    @Override
    public Collection<Catalog> all() {
        return List.of();
    }

    private final class FakeRecord implements CatalogRecord {

        private final String id;
        private final Map<String, String> values;

        FakeRecord(String id, Map<String, String> values) {
            this.id = id;
            this.values = values;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Catalog catalog() {
            return FakeCatalog.this;
        }

        @Override
        public <T> T get(RecordField<T> field) {
            String value = values.get(field.name());
            if (value != null) {
                return field.syntax().parse(value);
            }
            Attribute<T> attribute = field.attribute();
            return attribute == null ? field.fallback() : FakeCatalog.this.get(attribute);
        }

        @Override
        public boolean has(RecordField<?> field) {
            return values.containsKey(field.name());
        }

        @Override
        public Set<String> fields() {
            return values.keySet();
        }
    }
}
