package dev.understudy.catalog.watch;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogStatus.State;
import dev.understudy.catalog.load.LoadedCatalog;
import dev.understudy.catalog.load.TenantConfiguration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each root id to one catalog. Configurations come before files, and what has the id already before what wants it, then
 * the order is that of the names.
 */
final class RootIds {

    private final Map<String, TrackedCatalog> owners = new HashMap<>();
    private final List<CatalogProblem> problems = new ArrayList<>();

    /** Decides which state of each catalog is served. */
    RootIds(Collection<TrackedCatalog> catalogs, Instant now) {
        Map<TrackedCatalog, TrackedCatalog> winners = new LinkedHashMap<>();
        catalogs.stream()
                .filter(catalog -> catalog.good().isPresent())
                .sorted(order())
                .forEach(catalog -> {
                    LoadedCatalog wanted = catalog.good().orElseThrow();
                    TrackedCatalog owner = owners.putIfAbsent(wanted.rootId(), catalog);
                    if (owner == null) {
                        catalog.serve(wanted);
                    } else {
                        winners.put(catalog, owner);
                    }
                });
        winners.keySet().forEach(this::keepFormerId);
        winners.forEach((loser, winner) -> problems.add(problem(loser, winner, now)));
    }

    private void keepFormerId(TrackedCatalog loser) {
        boolean kept = loser.served()
                .filter(loadedCatalog -> owners.putIfAbsent(loadedCatalog.rootId(), loser) == null)
                .isPresent();
        if (!kept) {
            loser.serve(null);
        }
    }

    /** The states that are served, by root id. */
    Map<String, LoadedCatalog> served() {
        Map<String, LoadedCatalog> loadedCatalogs = new HashMap<>();
        owners.forEach(
                (rootId, catalog) -> loadedCatalogs.put(rootId, catalog.served().orElseThrow()));
        return loadedCatalogs;
    }

    /** A problem for each catalog whose root id belongs to another one. */
    List<CatalogProblem> problems() {
        return List.copyOf(problems);
    }

    private static CatalogProblem problem(TrackedCatalog loser, TrackedCatalog winner, Instant now) {
        boolean overruled = isConfigured(winner) && !isConfigured(loser);
        String rootId = loser.good().map(LoadedCatalog::rootId).orElse("");
        String message =
                "RootId: '" + rootId + "' is also that of " + winner.origin().shortName()
                        + (overruled ? ", a configuration, which counts" : ", which was there first");
        State state = overruled ? State.PROBLEM : loser.stateWithoutWhatWasFound();
        return new CatalogProblem(loser.name(), loser.origin().name(), 0, message, state, now);
    }

    private static Comparator<TrackedCatalog> order() {
        return Comparator.<TrackedCatalog, Boolean>comparing(catalog -> !isConfigured(catalog))
                .thenComparing(catalog -> !hasIdAlready(catalog))
                .thenComparing(catalog -> catalog.origin().name());
    }

    private static boolean isConfigured(TrackedCatalog catalog) {
        return catalog.origin() instanceof TenantConfiguration;
    }

    private static boolean hasIdAlready(TrackedCatalog catalog) {
        String wanted = catalog.good().map(LoadedCatalog::rootId).orElse("");
        return catalog.served()
                .filter(loadedCatalog -> loadedCatalog.rootId().equals(wanted))
                .isPresent();
    }
}
