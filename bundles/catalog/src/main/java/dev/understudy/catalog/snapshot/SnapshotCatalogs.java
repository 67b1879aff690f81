package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A snapshot. */
final class SnapshotCatalogs implements Catalogs {

    private final Catalog defaultCatalog;
    private final SortedMap<String, Catalog> byRootId;
    private final boolean allowsDefaultCatalogRequests;

    SnapshotCatalogs(Catalog defaultCatalog, Map<String, Catalog> byRootId, boolean allowsDefaultCatalogRequests) {
        this.defaultCatalog = defaultCatalog;
        this.byRootId = Collections.unmodifiableSortedMap(new TreeMap<>(byRootId));
        this.allowsDefaultCatalogRequests = allowsDefaultCatalogRequests;
    }

    @Override
    public Catalog defaultCatalog() {
        return defaultCatalog;
    }

    @Override
    public Optional<Catalog> catalog(String rootId) {
        return Optional.ofNullable(byRootId.get(rootId));
    }

    @Override
    public Collection<Catalog> all() {
        return byRootId.values();
    }

    @Override
    public boolean allowsDefaultCatalogRequests() {
        return allowsDefaultCatalogRequests;
    }
}
