package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import java.util.Map;

/**
 * A request for an object that a catalog or a command names instead of a path, such as a default image.
 *
 * @param object as it is named
 * @param configured whether an attribute names it; then it may be an absolute path
 * @param base the catalog that the name is looked up in
 * @param catalog the main catalog
 * @param defaults commands that the object's own override, encoded
 * @param commands commands that override the object's own, encoded
 * @param variables by name without dollar signs, in plain text
 * @param nested whether its image becomes part of another one
 */
public record ObjectRequest(
        String object,
        boolean configured,
        Catalog base,
        Catalog catalog,
        String defaults,
        String commands,
        Map<String, String> variables,
        boolean nested) {

    public ObjectRequest {
        variables = Map.copyOf(variables);
    }
}
