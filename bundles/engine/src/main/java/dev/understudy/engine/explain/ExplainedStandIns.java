package dev.understudy.engine.explain;

import dev.understudy.catalog.Attributes;
import dev.understudy.engine.request.DefaultImage;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.StandIns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Explains which rung of the ladder would answer for each kind of failure, and why the ones above it would not. */
final class ExplainedStandIns {

    private final RequestSummary summary;
    private final StandIns.Options options;

    ExplainedStandIns(RequestSummary summary, StandIns.Options options) {
        this.summary = summary;
        this.options = options;
    }

    /** The rungs for all kinds of failures; those for which they are the same together. */
    List<Map<String, Object>> all() {
        Map<Map<String, Object>, List<String>> kinds = new LinkedHashMap<>();
        for (FailureKind kind : FailureKind.values()) {
            kinds.computeIfAbsent(rungs(kind), any -> new ArrayList<>()).add(kind.code());
        }
        List<Map<String, Object>> all = new ArrayList<>();
        kinds.forEach((rungs, codes) -> all.add(told("failures", codes, rungs)));
        return all;
    }

    /** The rungs for a kind of failure, down to the one that answers. */
    Map<String, Object> of(FailureKind kind) {
        return told("failure", kind.code(), rungs(kind));
    }

    private static Map<String, Object> told(String name, Object failures, Map<String, Object> rungs) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(name, failures);
        told.putAll(rungs);
        return told;
    }

    private Map<String, Object> rungs(FailureKind kind) {
        Map<String, Object> skipped = new LinkedHashMap<>();
        Map<String, Object> told = new LinkedHashMap<>();
        for (StandIns.Verdict verdict : StandIns.verdicts(kind, StandIns.Rung.REQUEST, options)) {
            if (verdict.open()) {
                told.put("answer", answer(verdict.decision(), kind));
                told.put("why", verdict.why());
                break;
            }
            skipped.put(name(verdict.decision()), verdict.why());
        }
        told.put("skipped", skipped);
        return told;
    }

    private String answer(StandIns.Decision decision, FailureKind kind) {
        return switch (decision) {
            case FORWARD, SERVE_LAST_GOOD -> name(decision);
            case SUBSTITUTE_LAYER -> name(decision) + " " + defaultImage() + " in the layer";
            case RENDER_DEFAULT_IMAGE -> name(decision) + " " + defaultImage();
            case RENDER_ERROR_IMAGE -> name(decision) + " " + summary.catalog().get(Attributes.ERROR_IMAGE);
            case TEXT ->
                name(decision) + " with status " + kind.status(summary.catalog().get(Attributes.ERROR_STATUS));
        };
    }

    private String defaultImage() {
        DefaultImage image = summary.defaultImage();
        return image == null ? "" : image.object();
    }

    private static String name(StandIns.Decision decision) {
        return switch (decision) {
            case FORWARD -> "secondary";
            case SERVE_LAST_GOOD -> "stale";
            case SUBSTITUTE_LAYER, RENDER_DEFAULT_IMAGE -> "default-image";
            case RENDER_ERROR_IMAGE -> "error-image";
            case TEXT -> "text";
        };
    }
}
