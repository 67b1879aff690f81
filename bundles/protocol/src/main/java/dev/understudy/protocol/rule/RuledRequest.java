package dev.understudy.protocol.rule;

import dev.understudy.catalog.AttributeOverrides;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request that rules have been applied to.
 *
 * @param path what follows the mount, still encoded
 * @param query what follows the question mark, still encoded; null for none
 * @param catalogs those that serve the request, with the values of attributes that rules give the catalog of the rules
 * @param ruling the catalog of the rules, with those values
 * @param unruled that catalog without them
 * @param overrides the values that rules give its attributes
 * @param names the objects that rules have written into the query
 * @param outcome what the rules did
 */
public record RuledRequest(
        String path,
        @Nullable String query,
        Catalogs catalogs,
        Catalog ruling,
        Catalog unruled,
        AttributeOverrides overrides,
        Set<String> names,
        RuleOutcome outcome) {

    public RuledRequest {
        names = Set.copyOf(names);
    }

    /** The request that no rule has matched. */
    static RuledRequest unchanged(String path, @Nullable String query, Catalogs catalogs, Catalog catalog) {
        return new RuledRequest(
                path, query, catalogs, catalog, catalog, AttributeOverrides.NONE, Set.of(), RuleOutcome.NONE);
    }

    /** Another view of the catalog of the rules, with the values that these rules give its attributes in place of its own. */
    public Catalog over(Catalog view) {
        return new RuledCatalog(view, overrides);
    }
}
