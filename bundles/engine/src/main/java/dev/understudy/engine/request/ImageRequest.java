package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was read: every name is resolved, macros and modifiers are in their places, variables are filled in.
 * Values are not looked at yet.
 *
 * @param catalog the main catalog
 * @param object the object in the path
 * @param template the record that {@code template=} names, null for none
 * @param assignments the commands; of several for the same thing, the last prevails
 * @param values the same commands by what they apply to
 * @param sources what {@code src=} says, by layer number, where it is what the layer shows
 * @param masks what {@code mask=} says, by layer number
 * @param nested whether it is part of another request
 */
public record ImageRequest(
        Catalog catalog,
        ResolvedObject object,
        @Nullable ResolvedObject template,
        List<Assignment> assignments,
        CommandValuesByTarget values,
        SortedMap<Integer, LayerSource> sources,
        SortedMap<Integer, LayerSource> masks,
        boolean nested) {

    public ImageRequest {
        assignments = List.copyOf(assignments);
        sources = unmodifiable(sources);
        masks = unmodifiable(masks);
    }

    private static SortedMap<Integer, LayerSource> unmodifiable(Map<Integer, LayerSource> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
