package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.file.Diagnostic;
import dev.understudy.catalog.file.Diagnostics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A state of all catalogs, put together of the contents of each.
 *
 * @param catalogs the state
 * @param macroFindings what is wrong with the macros of a catalog, by root id
 */
public record Snapshot(Catalogs catalogs, Map<String, List<Diagnostic>> macroFindings) {

    /**
     * Puts catalogs together: {@code tenants}, by root id, inherit from {@code defaults}.
     *
     * @param allowDefaultCatalogRequests whether requests may do without a catalog in their path
     */
    public static Snapshot of(
            CatalogContents defaults, Map<String, CatalogContents> tenants, boolean allowDefaultCatalogRequests) {
        Map<String, List<Diagnostic>> diagnostics = new HashMap<>();
        Macros defaultMacros = macros("", defaults, Macros.NONE, diagnostics);
        InheritedMaps defaultMaps = InheritedMaps.ofDefaults(defaults);
        Map<String, Catalog> catalogs = new HashMap<>();
        tenants.forEach((rootId, contents) -> {
            AttributeValues attributes = contents.attributes().inheriting(defaults.attributes());
            Macros macros = macros(rootId, contents, defaultMacros, diagnostics);
            InheritedMaps maps = defaultMaps.overriddenBy(contents, attributes);
            catalogs.put(rootId, new SnapshotCatalog(contents, attributes, macros, maps));
        });
        Catalog defaultCatalog = new SnapshotCatalog(defaults, defaults.attributes(), defaultMacros, defaultMaps);
        return new Snapshot(
                new SnapshotCatalogs(defaultCatalog, catalogs, allowDefaultCatalogRequests), Map.copyOf(diagnostics));
    }

    private static Macros macros(
            String rootId, CatalogContents contents, Macros defaults, Map<String, List<Diagnostic>> diagnostics) {
        Diagnostics found = new Diagnostics();
        Macros macros = Macros.of(contents.macros(), defaults, found);
        diagnostics.put(rootId, found.list());
        return macros;
    }
}
