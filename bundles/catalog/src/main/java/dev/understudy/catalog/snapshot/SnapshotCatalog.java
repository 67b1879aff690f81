package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.AttributeSource;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.FontRecord;
import dev.understudy.catalog.ProfileRecord;
import dev.understudy.catalog.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A catalog of a snapshot. */
final class SnapshotCatalog implements Catalog {

    private final AttributeValues attributes;
    private final List<RecordTable> images;
    private final List<RecordTable> content;
    private final Macros macros;
    private final InheritedMaps maps;
    private final RuleSet rules;
    private final Instant loaded;

    /** A catalog of {@code own} contents whose attributes have been resolved to {@code attributes}. */
    SnapshotCatalog(CatalogContents own, AttributeValues attributes, Macros macros, InheritedMaps maps) {
        this.attributes = attributes.has(Attributes.TIME_STAMP)
                ? attributes
                : attributes.with(Attributes.TIME_STAMP, own.modified());
        this.images = own.images();
        this.content = own.content();
        this.macros = macros;
        this.maps = maps;
        this.rules = own.rules();
        this.loaded = own.loaded();
    }

    @Override
    public String rootId() {
        return get(Attributes.ROOT_ID);
    }

    @Override
    public <T> T get(Attribute<T> attribute) {
        return attributes.get(attribute);
    }

    @Override
    public Optional<AttributeSource> written(Attribute<?> attribute) {
        return attributes.written(attribute);
    }

    @Override
    public boolean inherits(Attribute<?> attribute) {
        return attributes.inherits(attribute);
    }

    @Override
    public Optional<CatalogRecord> image(String id) {
        return find(images, id);
    }

    @Override
    public Optional<CatalogRecord> content(String id) {
        return find(content, id);
    }

    @Override
    public List<CatalogRecord> variants(String id) {
        return images.stream()
                .flatMap(table -> table.variants(id))
                .distinct()
                .sorted()
                .flatMap(other -> image(other).stream())
                .toList();
    }

    /** Later files win. */
    private Optional<CatalogRecord> find(List<RecordTable> tables, String id) {
        for (int i = tables.size() - 1; i >= 0; i--) {
            Optional<RecordData> found = tables.get(i).find(id);
            if (found.isPresent()) {
                return Optional.of(new SnapshotRecord(this, found.get()));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> macro(String name) {
        return macros.find(name);
    }

    @Override
    public List<FontRecord> fonts() {
        return maps.fonts();
    }

    @Override
    public List<ProfileRecord> profiles() {
        return maps.profiles();
    }

    @Override
    public RuleSet rules() {
        return rules;
    }

    @Override
    public Set<String> imageIds() {
        return new IdSet(images);
    }

    @Override
    public Instant lastModified() {
        return get(Attributes.TIME_STAMP);
    }

    @Override
    public Instant loaded() {
        return loaded;
    }

    @Override
    public String toString() {
        return "catalog '" + rootId() + "'";
    }
}
