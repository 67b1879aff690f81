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
 * @param name its root id, empty for the default catalog; the name of the file when that is served as no catalog
 * @param catalog the state that is served; null when there is none
 * @param state in a word
 * @param problem the newest one of the gravest; null for none
 */
public record CatalogStatus(
        String name,
        @Nullable Catalog catalog,
        State state,
        @Nullable CatalogProblem problem) {

    /** The state of a catalog, in a word; the graver, the later. */
    public enum State {
        /** The catalog is served as its files have it. */
        OK,
        /** The catalog is served without what is wrong in it. */
        PROBLEM,
        /** The catalog cannot be loaded, so its last good state is served. */
        STALE,
        /** The catalog was never good: what can be read of it is served, if anything. */
        FAILED
    }

    /** All catalogs, whether they could be loaded or not, by name; the default catalog first. */
    public static List<CatalogStatus> of(CatalogService service) {
        Map<String, CatalogProblem> problems = new LinkedHashMap<>();
        service.problems().forEach(problem -> problems.merge(problem.catalog(), problem, CatalogStatus::worse));
        Map<String, Catalog> loaded = new LinkedHashMap<>();
        Catalogs catalogs = service.catalogs();
        loaded.put("", catalogs.defaultCatalog());
        catalogs.all().forEach(catalog -> loaded.put(catalog.rootId(), catalog));

        TreeSet<String> names = new TreeSet<>(loaded.keySet());
        names.addAll(problems.keySet());
        List<CatalogStatus> all = new ArrayList<>();
        names.forEach(name -> all.add(of(name, loaded.get(name), problems.get(name))));
        return all;
    }

    private static CatalogStatus of(String name, @Nullable Catalog catalog, @Nullable CatalogProblem problem) {
        return new CatalogStatus(name, catalog, problem == null ? State.OK : problem.state(), problem);
    }

    private static CatalogProblem worse(CatalogProblem newer, CatalogProblem older) {
        return older.state().compareTo(newer.state()) > 0 ? older : newer;
    }
}
