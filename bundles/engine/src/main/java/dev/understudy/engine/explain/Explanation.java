package dev.understudy.engine.explain;

import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.FontRecord;
import dev.understudy.engine.planning.Outline;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.Failure;
import dev.understudy.failure.StandIns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of an explanation that need nothing but the request and its catalogs. */
public final class Explanation {

    private Explanation() {}

    /**
     * How a request was understood.
     *
     * @param outline what is known of it even when it is broken
     * @param request the commands that could be read
     * @param records what it depends on
     * @param fonts the entries of font maps that its texts can need
     */
    public static Map<String, Object> of(
            Outline outline, ImageRequest request, List<CatalogRecord> records, List<FontRecord> fonts) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("catalog", outline.catalog().rootId());
        told.put("object", object(outline.object()));
        told.putAll(ExplainedCommands.of(request));
        told.put("attributes", ExplainedCatalog.attributes(outline.catalog()));
        told.put("records", records.stream().map(ExplainedCatalog::record).toList());
        if (!fonts.isEmpty()) {
            told.put("fonts", fonts.stream().map(ExplainedCatalog::font).toList());
        }
        return told;
    }

    /** A failure, as the log has it. */
    public static Map<String, Object> failure(Failure failure) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", failure.kind().code());
        told.put("message", failure.logMessage());
        return told;
    }

    /** What would answer for each kind of failure; first of all for the one that happened, if one did. */
    public static Map<String, Object> standIns(Outline outline, StandIns.Options options, @Nullable Failure happened) {
        ExplainedStandIns standIns = new ExplainedStandIns(outline, options);
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
        told.put("is", object.isEmpty() ? "nothing" : object.record() == null ? "file" : "record");
        return told;
    }
}
