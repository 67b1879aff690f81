package dev.understudy.protocol.locale;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The catalogs of one request, as its locale has them. */
final class LocalizedCatalogs implements Catalogs {

    private final Catalogs catalogs;
    private final Localization localization;
    /** Catalogs that have been asked for, by root id: one catalog is one object. */
    private final Map<String, Catalog> known = new ConcurrentHashMap<>();

    /**
     * Localized catalogs.
     *
     * @param catalogs as they are for all locales
     */
    LocalizedCatalogs(Catalogs catalogs, Localization localization) {
        this.catalogs = catalogs;
        this.localization = localization;
    }

    /** The catalogs as they are for all locales. */
    Catalogs catalogs() {
        return catalogs;
    }

    @Override
    public Catalog defaultCatalog() {
        return localized(catalogs.defaultCatalog());
    }

    @Override
    public Optional<Catalog> catalog(String rootId) {
        return catalogs.catalog(rootId).map(this::localized);
    }

    @Override
    public Collection<Catalog> all() {
        return catalogs.all().stream().map(this::localized).toList();
    }

    @Override
    public boolean allowsDefaultCatalogRequests() {
        return catalogs.allowsDefaultCatalogRequests();
    }

    private Catalog localized(Catalog catalog) {
        return known.computeIfAbsent(catalog.rootId(), rootId -> new LocalizedCatalog(catalog, localization));
    }
}
