package dev.understudy.protocol.admission;

import dev.understudy.catalog.Catalog;
import dev.understudy.protocol.rule.RuledRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The catalogs that guard a request where rules give their attributes values. Those values are for what the path names, since a rule is
 * written for paths; whatever else a request names is guarded as though there were no rules. Address filters of rules have
 * been passed by then, so a rule that closes something closes it to the whole request.
 *
 * @param unruled the catalogs that rules give values, without those, by root id
 * @param names the objects that rules have written into the query, which belong to the path
 * @param path the one that guards the path in place of one of them; null when none of them does
 */
record CatalogGuards(
        Map<String, Catalog> unruled,
        Set<String> names,
        @Nullable Catalog path) {

    /** No rules give values. */
    static final CatalogGuards NONE = new CatalogGuards(Map.of(), Set.of(), null);

    CatalogGuards {
        unruled = Map.copyOf(unruled);
        names = Set.copyOf(names);
    }

    /** The catalog that guards what is named in a catalog. */
    Catalog of(Catalog catalog) {
        Catalog guard = unruled(catalog);
        return guard == null ? catalog : guard;
    }

    /** A catalog without the values that rules give it; null when they give it none. */
    @Nullable
    Catalog unruled(Catalog catalog) {
        return unruled.get(catalog.rootId());
    }

    /** The guards of what the path names. */
    CatalogGuards ofPath() {
        return path == null ? this : with(path, names, null);
    }

    /** The guards of a request that rules have made out of this one, or out of one within it. */
    CatalogGuards after(RuledRequest ruled) {
        if (ruled.overrides().isEmpty()) {
            return besidesPath();
        }
        Catalog bare = unruled.getOrDefault(ruled.unruled().rootId(), ruled.unruled());
        return with(bare, ruled.names(), ruled.over(bare));
    }

    /** The guards of a request that has a path of its own, which no rules have been applied to. */
    CatalogGuards besidesPath() {
        return path == null && names.isEmpty() ? this : new CatalogGuards(unruled, Set.of(), null);
    }

    private CatalogGuards with(Catalog guard, Set<String> newNames, @Nullable Catalog newPath) {
        Map<String, Catalog> all = new HashMap<>(unruled);
        all.put(guard.rootId(), guard);
        return new CatalogGuards(all, newNames, newPath);
    }
}
