package dev.understudy.protocol.rule;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import java.util.Collection;
import java.util.Optional;

/**
 * The catalogs of one request, one of them with the values that its rules give attributes.
 *
 * @param catalogs as they are for all requests
 * @param ruled stands in for the catalog of its root id
 */
record RuledCatalogs(Catalogs catalogs, RuledCatalog ruled) implements Catalogs {

    @Override
    public Catalog defaultCatalog() {
        return ruled.rootId().isEmpty() ? ruled : catalogs.defaultCatalog();
    }

    @Override
    public Optional<Catalog> catalog(String rootId) {
        return rootId.equals(ruled.rootId()) && !rootId.isEmpty() ? Optional.of(ruled) : catalogs.catalog(rootId);
    }

    @Override
    public Collection<Catalog> all() {
        return catalogs.all().stream()
                .map(catalog -> catalog.rootId().equals(ruled.rootId()) ? ruled : catalog)
                .toList();
    }

    @Override
    public boolean allowsDefaultCatalogRequests() {
        return catalogs.allowsDefaultCatalogRequests();
    }
}
