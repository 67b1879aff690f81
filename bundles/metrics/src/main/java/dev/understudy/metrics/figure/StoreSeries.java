package dev.understudy.metrics.figure;

import dev.understudy.observe.SourceRoots;
import dev.understudy.observe.SourceRoots.FetchOutcome;
import dev.understudy.observe.SourceRoots.KeptFigures;
import dev.understudy.observe.SourceRoots.StoreState;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The series of roots on stores, as long as there are any. */
final class StoreSeries {

    private StoreSeries() {}

    /** Adds the series. */
    static SnapshotWriter add(SnapshotWriter writer, SourceRoots roots) {
        KeptFigures kept = roots.kept();
        if (kept == null) {
            return writer;
        }
        Map<Labels, Double> states = new LinkedHashMap<>();
        for (StoreState state : StoreState.values()) {
            states.put(Labels.of("state", label(state)), (double)
                    roots.storeStates().getOrDefault(state, 0));
        }
        Map<Labels, Double> outcomes = new LinkedHashMap<>();
        for (FetchOutcome outcome : FetchOutcome.values()) {
            outcomes.put(Labels.of("outcome", label(outcome)), (double) kept.count(outcome));
        }
        return writer.gauges("understudy_source_stores", "Stores of images and static content by their state.", states)
                .gauge("understudy_store_files", "Files of stores that are kept.", kept.files())
                .gauge("understudy_store_bytes", "Bytes that they take.", kept.bytes())
                .gauge("understudy_store_max_bytes", "Bytes that they may take.", kept.maxBytes())
                .gauge("understudy_store_active", "Files and parts of files that are being fetched.", kept.fetching())
                .counters("understudy_store_fetches", "Requests to stores by their outcome.", outcomes)
                .counter("understudy_store_fetched_bytes", "Bytes that stores have sent.", kept.fetchedBytes())
                .counter(
                        "understudy_store_fetch_seconds", "Seconds that requests to stores took.", kept.fetchSeconds());
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
