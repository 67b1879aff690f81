package dev.understudy.protocol.locale;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordField;
import dev.understudy.protocol.view.CatalogView;
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
final class LocalizedCatalog extends CatalogView {

    private final Localization localization;

    LocalizedCatalog(Catalog catalog, Localization localization) {
        super(catalog);
        this.localization = localization;
    }

    @Override
    public Optional<CatalogRecord> image(String id) {
        return translated(id, catalog()::image);
    }

    @Override
    public Optional<CatalogRecord> content(String id) {
        return translated(id, catalog()::content);
    }

    private Optional<CatalogRecord> translated(String id, Function<String, Optional<CatalogRecord>> records) {
        List<String> suffixes = localization.suffixes();
        if (suffixes == null) {
            return records.apply(id).map(this::view);
        }
        for (String suffix : suffixes) {
            Optional<CatalogRecord> record = records.apply(id + suffix).or(() -> part(id, suffix, records));
            if (record.isPresent()) {
                return record.map(this::view);
            }
        }
        // Clients name records again as replies name them, which is with the suffix.
        boolean translated = suffixes.stream().anyMatch(id::endsWith);
        return translated ? records.apply(id).map(this::view) : Optional.empty();
    }

    /** The part of a translated image that has been published beside it; the part's name follows the whole id of the image. */
    private static Optional<CatalogRecord> part(
            String id, String suffix, Function<String, Optional<CatalogRecord>> records) {
        int colon = id.indexOf(':');
        return colon < 0 || suffix.isEmpty()
                ? Optional.empty()
                : records.apply(id.substring(0, colon) + suffix + id.substring(colon));
    }

    @Override
    protected CatalogRecord view(CatalogRecord record) {
        return new LocalizedRecord(this, record);
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
