package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.plan.FilledVariable;
import dev.understudy.engine.plan.RequestedProfile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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
 * @param outputProfile the profile that {@code icc=} names, null for none
 * @param unused the modifiers that have no effect, without those of requests nested in it
 * @param variables the substitution variables, for vector images; sorted by name
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
        @Nullable RequestedProfile outputProfile,
        List<UnusedModifier> unused,
        List<FilledVariable> variables,
        boolean nested) {

    public ImageRequest {
        assignments = List.copyOf(assignments);
        sources = unmodifiable(sources);
        masks = unmodifiable(masks);
        unused = List.copyOf(unused);
        variables = List.copyOf(variables);
    }

    /** The names of all commands that do not work yet or here, in this request and in those nested in it, each once. */
    public List<String> ignoredCommands() {
        if (unused.isEmpty() && sources.isEmpty() && masks.isEmpty()) {
            return List.of();
        }
        return all().flatMap(request -> request.unused.stream())
                .filter(UnusedModifier::isMissed)
                .map(UnusedModifier::name)
                .distinct()
                .toList();
    }

    /** The same request with other commands for the same layers. */
    public ImageRequest withAssignments(List<Assignment> others) {
        return new ImageRequest(
                catalog,
                object,
                template,
                others,
                CommandValuesByTarget.of(others),
                sources,
                masks,
                outputProfile,
                unused,
                variables,
                nested);
    }

    /** The request and those nested in it. */
    public Stream<ImageRequest> all() {
        Stream<ImageRequest> inner = Stream.of(sources, masks)
                .flatMap(map -> map.values().stream())
                .flatMap(source ->
                        source instanceof LayerSource.Nested one ? one.request().all() : Stream.empty());
        return Stream.concat(Stream.of(this), inner);
    }

    private static SortedMap<Integer, LayerSource> unmodifiable(Map<Integer, LayerSource> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
