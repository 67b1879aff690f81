package dev.understudy.web.listing;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The catalogs, and the image records of one, as the page reads them; bounded, since there may be millions. */
public final class ObjectListing {

    /** The most catalogs of a list. */
    static final int MAX_CATALOGS = 1_000;

    /** The most records of a list. */
    static final int MAX_OBJECTS = 60;

    private ObjectListing() {}

    /**
     * Returns the catalogs, and of one the first records whose ids have a text in them, for JSON.
     *
     * @param rootId the catalog whose records are wanted, empty for the default catalog; none are listed when there is no such catalog
     * @param text part of an id, without regard to case; empty for any
     */
    public static Map<String, Object> of(Catalogs catalogs, String rootId, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        TreeSet<String> first = new TreeSet<>();
        int count = 0;
        for (String id : catalog(catalogs, rootId).map(Catalog::imageIds).orElse(Set.of())) {
            if (id.toLowerCase(Locale.ROOT).contains(wanted)) {
                count++;
                first.add(id);
                if (first.size() > MAX_OBJECTS) {
                    first.pollLast();
                }
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("catalogs", names(catalogs));
        json.put("count", count);
        json.put("objects", objects(rootId, first));
        return json;
    }

    private static Optional<Catalog> catalog(Catalogs catalogs, String rootId) {
        return rootId.isEmpty() ? Optional.of(catalogs.defaultCatalog()) : catalogs.catalog(rootId);
    }

    private static List<String> names(Catalogs catalogs) {
        List<String> names = new ArrayList<>();
        catalogs.all().stream()
                .map(Catalog::rootId)
                .sorted()
                .limit(MAX_CATALOGS)
                .forEach(names::add);
        if (catalogs.allowsDefaultCatalogRequests()) {
            names.add("");
        }
        return names;
    }

    private static List<String> objects(String rootId, Collection<String> ids) {
        return ids.stream().map(id -> rootId.isEmpty() ? id : rootId + "/" + id).toList();
    }
}
