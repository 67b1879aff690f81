package dev.understudy.catalog.watch;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogStatus;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.file.Diagnostic;
import dev.understudy.catalog.load.LoadProblem;
import dev.understudy.catalog.load.LoadedCatalog;
import dev.understudy.catalog.snapshot.CatalogContents;
import dev.understudy.catalog.snapshot.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A snapshot and where its catalogs come from.
 *
 * @param snapshot what requests are served from
 * @param loadedCatalogs the state of each catalog that is served, by root id; the default catalog's under the empty one
 * @param problems what is wrong
 */
record PublishedCatalogs(Snapshot snapshot, Map<String, LoadedCatalog> loadedCatalogs, List<CatalogProblem> problems) {

    /** Fallbacks only. */
    static final PublishedCatalogs NOTHING =
            new PublishedCatalogs(Snapshot.of(CatalogContents.NONE, Map.of(), true), Map.of(), List.of());

    private static final Logger LOG = LoggerFactory.getLogger(PublishedCatalogs.class);

    private static final Diagnostic LACKS_DEFAULT_FONT = new Diagnostic(
            0, "DefaultFont: the font map has no font of this name; text that names no font cannot be drawn", false);

    /** Decides what is served of each catalog and puts it together; what is the same as before is taken over. */
    static PublishedCatalogs of(
            Collection<TrackedCatalog> tracked,
            boolean allowDefaultCatalogRequests,
            Instant now,
            PublishedCatalogs before) {
        RootIds rootIds = new RootIds(tracked, now);
        Map<String, LoadedCatalog> loadedCatalogs = rootIds.served();
        Map<String, CatalogContents> tenants = new HashMap<>();
        loadedCatalogs.forEach((rootId, loadedCatalog) -> tenants.put(rootId, loadedCatalog.contents()));
        CatalogContents defaults = Optional.ofNullable(tenants.remove("")).orElse(CatalogContents.NONE);
        Snapshot snapshot = Snapshot.of(defaults, tenants, allowDefaultCatalogRequests, before.snapshot);

        List<CatalogProblem> problems = new ArrayList<>(rootIds.problems());
        tracked.forEach(catalog -> problems.addAll(catalog.problems()));
        loadedCatalogs.forEach((rootId, loadedCatalog) -> {
            for (Diagnostic diagnostic : snapshot.macroFindings().getOrDefault(rootId, List.of())) {
                problems.add(problem(loadedCatalog, loadedCatalog.macroFile(), diagnostic, now));
            }
            if (lacksDefaultFont(loadedCatalog, catalog(snapshot.catalogs(), rootId))) {
                problems.add(problem(loadedCatalog, loadedCatalog.origin().name(), LACKS_DEFAULT_FONT, now));
            }
        });
        return new PublishedCatalogs(snapshot, Map.copyOf(loadedCatalogs), List.copyOf(problems));
    }

    Catalogs catalogs() {
        return snapshot.catalogs();
    }

    /** A catalog of the snapshot; the default catalog for the empty root id. */
    Catalog catalog(String rootId) {
        return catalog(catalogs(), rootId);
    }

    private static Catalog catalog(Catalogs catalogs, String rootId) {
        return catalogs.catalog(rootId).orElse(catalogs.defaultCatalog());
    }

    private static CatalogProblem problem(LoadedCatalog catalog, String file, Diagnostic diagnostic, Instant now) {
        return new LoadProblem(file, diagnostic, now).of(catalog.rootId(), CatalogStatus.State.PROBLEM);
    }

    /** Whether it names a default font that neither its font map nor that of the default catalog has. */
    private static boolean lacksDefaultFont(LoadedCatalog loadedCatalog, Catalog catalog) {
        String name = loadedCatalog.contents().attributes().get(Attributes.DEFAULT_FONT);
        return !name.isEmpty()
                && catalog.fonts().stream().noneMatch(font -> font.name().equals(name));
    }

    /** Tells the log what has come, gone and changed. */
    void logChanges(PublishedCatalogs before) {
        loadedCatalogs.forEach((rootId, loadedCatalog) -> {
            LoadedCatalog former = before.loadedCatalogs.get(rootId);
            if (former != loadedCatalog && !loadedCatalog.equals(former)) {
                LOG.info(
                        "Loaded the {} from {}",
                        name(rootId),
                        loadedCatalog.origin().name());
            }
        });
        before.loadedCatalogs.keySet().stream()
                .filter(rootId -> !loadedCatalogs.containsKey(rootId))
                .forEach(rootId -> LOG.info("The {} is gone", name(rootId)));
    }

    private static String name(String rootId) {
        return rootId.isEmpty() ? "default catalog" : "catalog '" + rootId + "'";
    }
}
