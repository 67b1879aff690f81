package dev.understudy.protocol.rule;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import org.jspecify.annotations.Nullable;

/**
 * A request that rules have been applied to.
 *
 * @param path what follows the mount, still encoded
 * @param query what follows the question mark, still encoded; null for none
 * @param catalogs those that serve the request, with the values of attributes that rules give the catalog of the rules
 * @param ruling the catalog of the rules, with those values
 * @param outcome what the rules did
 */
public record RuledRequest(
        String path, @Nullable String query, Catalogs catalogs, Catalog ruling, RuleOutcome outcome) {

    /** The request that no rule has matched. */
    static RuledRequest unchanged(String path, @Nullable String query, Catalogs catalogs, Catalog catalog) {
        return new RuledRequest(path, query, catalogs, catalog, RuleOutcome.NONE);
    }
}
