package dev.understudy.engine.explain;

import dev.understudy.catalog.Attributes;
import dev.understudy.engine.request.DefaultImage;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.StandIns;
import java.util.Arrays;
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

    List<Map<String, Object>> all() {
        return Arrays.stream(FailureKind.values()).map(this::of).toList();
    }

    /** The rungs for a kind of failure, down to the one that answers. */
    Map<String, Object> of(FailureKind kind) {
        Map<String, Object> skipped = new LinkedHashMap<>();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("failure", kind.code());
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
            case FORWARD -> name(decision);
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
            case SUBSTITUTE_LAYER, RENDER_DEFAULT_IMAGE -> "default-image";
            case RENDER_ERROR_IMAGE -> "error-image";
            case TEXT -> "text";
        };
    }
}
