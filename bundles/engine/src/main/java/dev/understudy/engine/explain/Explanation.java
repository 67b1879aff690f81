package dev.understudy.engine.explain;

import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.FontRecord;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.Failure;
import dev.understudy.failure.StandIns;
import dev.understudy.protocol.rule.RuleOutcome;
import dev.understudy.source.SourceKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of an explanation that need nothing but the request and its catalogs. */
public final class Explanation {

    private Explanation() {}

    /**
     * What a request depends on besides images.
     *
     * @param records the records of its objects
     * @param fonts the entries of font maps that its texts can need
     * @param profiles the color profiles of catalogs that its images can need
     */
    public record Needs(List<CatalogRecord> records, List<FontRecord> fonts, List<SourceKey> profiles) {

        /** A request that depends on nothing besides images. */
        public static final Needs NOTHING = new Needs(List.of(), List.of(), List.of());

        public Needs {
            records = List.copyOf(records);
            fonts = List.copyOf(fonts);
            profiles = List.copyOf(profiles);
        }
    }

    /**
     * How a request was understood.
     *
     * @param summary what is known of it even when it is broken
     * @param request the commands that could be read
     * @param needs what it depends on
     */
    public static Map<String, Object> of(RequestSummary summary, ImageRequest request, Needs needs) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("catalog", summary.catalog().rootId());
        told.put("object", object(summary.object()));
        told.putAll(ExplainedCommands.of(request));
        told.put("attributes", ExplainedCatalog.attributes(summary.catalog()));
        told.put(
                "records",
                needs.records().stream().map(ExplainedCatalog::record).toList());
        if (!needs.fonts().isEmpty()) {
            told.put("fonts", needs.fonts().stream().map(ExplainedCatalog::font).toList());
        }
        if (!needs.profiles().isEmpty()) {
            told.put(
                    "profiles",
                    needs.profiles().stream().map(SourceKey::toString).toList());
        }
        return told;
    }

    /** What preprocessing rules did with the request; nothing where none matched. */
    public static Map<String, Object> rules(RuleOutcome outcome) {
        if (outcome.matched().isEmpty()) {
            return Map.of();
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("matched", outcome.matched());
        String target = outcome.target();
        if (target != null) {
            told.put("request", target);
        }
        if (!outcome.headers().isEmpty()) {
            told.put(
                    "headers",
                    outcome.headers().stream()
                            .map(header -> header.name() + (header.adds() ? " (added): " : ": ") + header.value())
                            .toList());
        }
        return Map.of("rules", told);
    }

    /** A failure, as the log has it. */
    public static Map<String, Object> failure(Failure failure) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", failure.kind().code());
        told.put("message", failure.logMessage());
        return told;
    }

    /** The rungs that would answer for each kind of failure; first of all for the one that happened, if one did. */
    public static Map<String, Object> standIns(
            RequestSummary summary, StandIns.Options options, @Nullable Failure happened) {
        ExplainedStandIns standIns = new ExplainedStandIns(summary, options);
        Map<String, Object> told = new LinkedHashMap<>();
        if (happened != null) {
            told.put("now", standIns.of(happened.kind()));
        }
        told.put("standIns", standIns.all());
        return told;
    }

    private static Map<String, Object> object(ResolvedObject object) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", object.name());
        told.put("kind", object.isEmpty() ? "nothing" : object.record() == null ? "file" : "record");
        return told;
    }
}
