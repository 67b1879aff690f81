package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.file.Diagnostic;
import dev.understudy.catalog.file.Diagnostics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A state of all catalogs, put together of the contents of each.
 *
 * @param catalogs the state
 * @param macroFindings what is wrong with the macros of a catalog, by root id
 * @param contents what each catalog was put together of, by root id; the default catalog under the empty one
 */
public record Snapshot(
        Catalogs catalogs, Map<String, List<Diagnostic>> macroFindings, Map<String, CatalogContents> contents) {

    /**
     * Puts catalogs together: {@code tenants}, by root id, inherit from {@code defaults}.
     *
     * @param allowDefaultCatalogRequests whether requests may do without a catalog in their path
     */
    public static Snapshot of(
            CatalogContents defaults, Map<String, CatalogContents> tenants, boolean allowDefaultCatalogRequests) {
        return of(defaults, tenants, allowDefaultCatalogRequests, null);
    }

    /**
     * Puts catalogs together as {@link #of(CatalogContents, Map, boolean)} does. A catalog that nothing has changed for is taken over from
     * the snapshot before.
     */
    public static Snapshot of(
            CatalogContents defaults,
            Map<String, CatalogContents> tenants,
            boolean allowDefaultCatalogRequests,
            @Nullable Snapshot before) {
        Snapshot same = before != null && before.contents.get("") == defaults ? before : null;
        Map<String, List<Diagnostic>> diagnostics = new HashMap<>();
        Macros defaultMacros = macros("", defaults, Macros.NONE, diagnostics);
        InheritedMaps defaultMaps = InheritedMaps.ofDefaults(defaults);
        Map<String, Catalog> catalogs = new HashMap<>();
        tenants.forEach((rootId, own) -> {
            if (same != null && same.contents.get(rootId) == own) {
                catalogs.put(rootId, same.catalogs.catalog(rootId).orElseThrow());
                diagnostics.put(rootId, same.macroFindings.getOrDefault(rootId, List.of()));
                return;
            }
            AttributeValues attributes = own.attributes().inheriting(defaults.attributes());
            Macros macros = macros(rootId, own, defaultMacros, diagnostics);
            InheritedMaps maps = defaultMaps.overriddenBy(own, attributes);
            catalogs.put(rootId, new SnapshotCatalog(own, attributes, macros, maps));
        });
        Catalog defaultCatalog = new SnapshotCatalog(defaults, defaults.attributes(), defaultMacros, defaultMaps);
        Map<String, CatalogContents> contents = new HashMap<>(tenants);
        contents.put("", defaults);
        return new Snapshot(
                new SnapshotCatalogs(defaultCatalog, catalogs, allowDefaultCatalogRequests),
                Map.copyOf(diagnostics),
                Map.copyOf(contents));
    }

    private static Macros macros(
            String rootId, CatalogContents contents, Macros defaults, Map<String, List<Diagnostic>> diagnostics) {
        Diagnostics found = new Diagnostics();
        Macros macros = Macros.of(contents.macros(), defaults, found);
        diagnostics.put(rootId, found.list());
        return macros;
    }
}
