package dev.understudy.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a catalog is.
 *
 * @param rootId empty for the default catalog
 * @param catalog the state that is served; null when there is none
 * @param state in a word
 * @param problem the newest one, of those that keep the catalog from being loaded if there are such; null for none
 */
public record CatalogStatus(
        String rootId,
        @Nullable Catalog catalog,
        State state,
        @Nullable CatalogProblem problem) {

    /** The state of a catalog, in a word. */
    public enum State {
        /** The catalog is served as its files have it. */
        OK,
        /** The catalog is served without what is wrong in it. */
        PROBLEM,
        /** The catalog cannot be loaded, so its last good state is served. */
        STALE,
        /** The catalog could never be loaded. */
        FAILED
    }

    /** All catalogs, whether they could be loaded or not, by root id; the default catalog first. */
    public static List<CatalogStatus> of(CatalogService service) {
        Map<String, CatalogProblem> problems = new LinkedHashMap<>();
        service.problems().forEach(problem -> problems.merge(problem.rootId(), problem, CatalogStatus::worse));
        Map<String, Catalog> loaded = new LinkedHashMap<>();
        Catalogs catalogs = service.catalogs();
        loaded.put("", catalogs.defaultCatalog());
        catalogs.all().forEach(catalog -> loaded.put(catalog.rootId(), catalog));

        TreeSet<String> rootIds = new TreeSet<>(loaded.keySet());
        rootIds.addAll(problems.keySet());
        List<CatalogStatus> all = new ArrayList<>();
        rootIds.forEach(rootId -> all.add(of(rootId, loaded.get(rootId), problems.get(rootId))));
        return all;
    }

    private static CatalogStatus of(String rootId, @Nullable Catalog catalog, @Nullable CatalogProblem problem) {
        State state = State.OK;
        if (catalog == null) {
            state = State.FAILED;
        } else if (problem != null) {
            state = problem.fatal() ? State.STALE : State.PROBLEM;
        }
        return new CatalogStatus(rootId, catalog, state, problem);
    }

    private static CatalogProblem worse(CatalogProblem newer, CatalogProblem older) {
        return older.fatal() && !newer.fatal() ? older : newer;
    }
}
