package dev.understudy.content.item;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.AttributeSource;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.FontRecord;
import dev.understudy.catalog.ProfileRecord;
import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A catalog of static content for tests; a default catalog when its root id is empty, and then a snapshot too. */
final class TestCatalog implements Catalog, Catalogs {

    private final String rootId;
    private final Map<Attribute<?>, Object> attributes = new HashMap<>();
    private final Map<String, CatalogRecord> records = new HashMap<>();
    private final Map<String, Catalog> others = new HashMap<>();

    TestCatalog(String rootId) {
        this.rootId = rootId;
    }

    <T> TestCatalog with(Attribute<T> attribute, T value) {
        attributes.put(attribute, value);
        return this;
    }

    TestCatalog with(Catalog other) {
        others.put(other.rootId(), other);
        return this;
    }

    TestCatalog record(String id, String path, Map<RecordField<?>, ?> fields) {
        Map<RecordField<?>, Object> all = new HashMap<>(fields);
        all.put(RecordFields.PATH, path);
        records.put(id, new TestRecord(id, this, all));
        return this;
    }

    private record TestRecord(String id, Catalog catalog, Map<RecordField<?>, Object> values) implements CatalogRecord {
        @Override
        @SuppressWarnings("unchecked")
        public <T> T get(RecordField<T> field) {
            Object value = values.get(field);
            if (value != null) {
                return (T) value;
            }
            return field.attribute() == null ? field.fallback() : catalog.get(field.attribute());
        }

        @Override
        public boolean has(RecordField<?> field) {
            return values.containsKey(field);
        }

        @Override
        public Set<String> fields() {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public String rootId() {
        return rootId;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T get(Attribute<T> attribute) {
        return (T) attributes.getOrDefault(attribute, attribute.fallback());
    }

    @Override
    public Optional<AttributeSource> written(Attribute<?> attribute) {
        return Optional.empty();
    }

    @Override
    public Optional<CatalogRecord> image(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<CatalogRecord> content(String id) {
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public Optional<String> macro(String name) {
        return Optional.empty();
    }

    @Override
    public List<FontRecord> fonts() {
        return List.of();
    }

    @Override
    public List<ProfileRecord> profiles() {
        return List.of();
    }

    @Override
    public Set<String> imageIds() {
        return Set.of();
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
    public Optional<Catalog> catalog(String id) {
        return Optional.ofNullable(others.get(id));
    }

    @Override
    public Collection<Catalog> all() {
        return others.values();
    }
}
