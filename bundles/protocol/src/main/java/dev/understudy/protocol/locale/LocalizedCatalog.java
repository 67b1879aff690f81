package dev.understudy.protocol.locale;

import dev.understudy.catalog.Attribute;
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
import java.util.function.Function;

/**
 * A catalog as one locale has it. A name finds the first record whose id is the name and a suffix of the locale, and strings of records
 * are those of the locale. Fonts and profiles are the same for all.
 *
 * <p>Source: the reference's page on object id translation.
 */
final class LocalizedCatalog implements Catalog {

    private final Catalog catalog;
    private final Localization localization;

    LocalizedCatalog(Catalog catalog, Localization localization) {
        this.catalog = catalog;
        this.localization = localization;
    }

    @Override
    public Optional<CatalogRecord> image(String id) {
        return translated(id, catalog::image);
    }

    @Override
    public Optional<CatalogRecord> content(String id) {
        return translated(id, catalog::content);
    }

    private Optional<CatalogRecord> translated(String id, Function<String, Optional<CatalogRecord>> records) {
        List<String> suffixes = localization.suffixes();
        if (suffixes == null) {
            return records.apply(id).map(this::localized);
        }
        for (String suffix : suffixes) {
            Optional<CatalogRecord> record = records.apply(id + suffix).or(() -> part(id, suffix, records));
            if (record.isPresent()) {
                return record.map(this::localized);
            }
        }
        // Clients name records again as replies name them, which is with the suffix.
        boolean translated = suffixes.stream().anyMatch(id::endsWith);
        return translated ? records.apply(id).map(this::localized) : Optional.empty();
    }

    /** The part of a translated image that has been published beside it; the part's name follows the whole id of the image. */
    private static Optional<CatalogRecord> part(
            String id, String suffix, Function<String, Optional<CatalogRecord>> records) {
        int colon = id.indexOf(':');
        return colon < 0 || suffix.isEmpty()
                ? Optional.empty()
                : records.apply(id.substring(0, colon) + suffix + id.substring(colon));
    }

    private CatalogRecord localized(CatalogRecord record) {
        return new LocalizedRecord(this, record);
    }

    @Override
    public List<CatalogRecord> variants(String id) {
        return catalog.variants(id).stream().map(this::localized).toList();
    }

    @Override
    public String rootId() {
        return catalog.rootId();
    }

    @Override
    public <T> T get(Attribute<T> attribute) {
        return catalog.get(attribute);
    }

    @Override
    public Optional<AttributeSource> written(Attribute<?> attribute) {
        return catalog.written(attribute);
    }

    @Override
    public boolean inherits(Attribute<?> attribute) {
        return catalog.inherits(attribute);
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

    /** A record of the catalog, whose strings are those of the locale. */
    private record LocalizedRecord(LocalizedCatalog catalog, CatalogRecord record) implements CatalogRecord {

        @Override
        public String id() {
            return record.id();
        }

        @Override
        @SuppressWarnings("unchecked") // A string is there only where the field's values are strings.
        public <T> T get(RecordField<T> field) {
            T value = record.get(field);
            LocalizedText strings = catalog.localization.strings();
            return strings != null && value instanceof String text ? (T) strings.of(field, text) : value;
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
