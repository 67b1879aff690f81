package dev.understudy.catalog.watch;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.load.LoadedCatalog;
import dev.understudy.source.SourceAccess;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What catalogs name and is not there. Of many catalogs, each round has some; those that have changed are checked at once. */
final class ContentChecks {

    private static final int IN_A_ROUND = 100;

    private final RoundRobin turns = new RoundRobin(IN_A_ROUND);
    private final Map<String, List<CatalogProblem>> found = new LinkedHashMap<>();
    private PublishedCatalogs checked = PublishedCatalogs.NOTHING;
    private List<String> rootIds = List.of();
    private List<CatalogProblem> problems = List.of();

    /** The problems of all catalogs as they were checked last, found at no particular time. */
    List<CatalogProblem> problems() {
        return problems;
    }

    void check(PublishedCatalogs published, SourceAccess files) {
        Set<String> due = new LinkedHashSet<>(changes(published));
        due.addAll(turns.next(rootIds));
        for (String rootId : due) {
            LoadedCatalog loaded = published.loadedCatalogs().get(rootId);
            List<CatalogProblem> present =
                    loaded == null ? List.of() : ContentCheck.of(loaded, published.catalog(rootId), files);
            if (present.isEmpty()) {
                found.remove(rootId);
            } else {
                found.put(rootId, present);
            }
        }
        problems = found.values().stream().flatMap(List::stream).toList();
    }

    /** The catalogs that have come, gone or changed since the last time. */
    private Set<String> changes(PublishedCatalogs published) {
        Set<String> changes = new LinkedHashSet<>();
        if (published != checked) {
            Map<String, LoadedCatalog> before = checked.loadedCatalogs();
            Map<String, LoadedCatalog> now = published.loadedCatalogs();
            before.keySet().stream().filter(rootId -> !now.containsKey(rootId)).forEach(changes::add);
            now.forEach((rootId, loaded) -> {
                if (before.get(rootId) != loaded) {
                    changes.add(rootId);
                }
            });
            checked = published;
            rootIds = List.copyOf(now.keySet());
        }
        return changes;
    }
}
