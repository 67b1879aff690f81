package dev.understudy.engine.explain;

import dev.understudy.engine.request.Assignment;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.LayerSource;
import dev.understudy.engine.request.UnusedModifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Explains which value of each command takes effect, who said so, and what has no effect. */
final class ExplainedCommands {

    private ExplainedCommands() {}

    /** The commands of a request; those of nested requests under the layers that show them. */
    static Map<String, Object> of(ImageRequest request) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(
                "commands",
                EffectiveCommand.in(request).stream()
                        .map(ExplainedCommands::command)
                        .toList());
        // that nested requests make no reply is as it should be, and would be told of every copied URL
        List<UnusedModifier> unused = request.unused().stream()
                .filter(one -> one.reason() != UnusedModifier.Reason.IGNORED_WHEN_NESTED)
                .distinct()
                .toList();
        if (!unused.isEmpty()) {
            told.put("ignored", unused.stream().map(ExplainedCommands::unused).toList());
        }
        Map<String, Object> nested = new LinkedHashMap<>();
        addNested(request.sources(), "src of layer ", nested);
        addNested(request.masks(), "mask of layer ", nested);
        if (!nested.isEmpty()) {
            told.put("nested", nested);
        }
        return told;
    }

    private static void addNested(SortedMap<Integer, LayerSource> sources, String place, Map<String, Object> nested) {
        sources.forEach((layer, source) -> {
            if (source instanceof LayerSource.Nested inner) {
                nested.put(place + layer, of(inner.request()));
            }
        });
    }

    private static Map<String, Object> unused(UnusedModifier modifier) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", modifier.name());
        told.put("why", modifier.reason().words());
        told.put("from", modifier.origin().toString());
        return told;
    }

    private static Map<String, Object> command(EffectiveCommand prevailing) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("of", prevailing.of());
        told.putAll(assignment(prevailing.assignment()));
        if (!prevailing.overridden().isEmpty()) {
            List<Map<String, Object>> overridden = prevailing.overridden().stream()
                    .map(ExplainedCommands::assignment)
                    .toList();
            told.put("overrides", overridden);
        }
        return told;
    }

    private static Map<String, Object> assignment(Assignment assignment) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("command", assignment.spelling());
        told.put("value", assignment.value());
        if (!assignment.written().equals(assignment.raw())) {
            told.put("written", assignment.written());
        }
        told.put("from", assignment.origin().toString());
        return told;
    }
}
