package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import java.util.Map;

/**
 * What the reading of one request starts from.
 *
 * @param catalog the main catalog
 * @param object the object in the path
 * @param predefined the value of {@code $object$}, encoded
 * @param defaults commands that are weaker than any others, encoded
 * @param query the commands
 * @param variables names in lower case and encoded values of the variables that the request is given
 * @param depth how many requests are around it
 */
record ReadContext(
        Catalog catalog,
        ResolvedObject object,
        String predefined,
        String defaults,
        QueryText query,
        Map<String, String> variables,
        int depth) {

    boolean nested() {
        return depth > 0;
    }
}
