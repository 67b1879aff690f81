package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.file.Utf8Reading;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The records of one data file, by id. Sorted instead of hashed, since catalogs can be large and are kept whole. Immutable. */
public final class RecordTable {

    /** No records. */
    public static final RecordTable EMPTY = new Builder().build();

    private static final int MISREADABLE = 20;

    private final RecordData[] sorted;

    private final List<RecordData> misreadable;

    private RecordTable(RecordData[] sorted) {
        this.sorted = sorted;
        this.misreadable = Arrays.stream(sorted)
                .filter(RecordTable::isMisreadable)
                .limit(MISREADABLE)
                .toList();
    }

    private static boolean isMisreadable(RecordData record) {
        String path = record.get(RecordFields.PATH);
        return path != null && Utf8Reading.of(path).isPresent();
    }

    /** The first records whose path would be another one in UTF-8. */
    public List<RecordData> misreadable() {
        return misreadable;
    }

    /** The record with this id. */
    public Optional<RecordData> find(String id) {
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = sorted[middle].id().compareTo(id);
            if (order == 0) {
                return Optional.of(sorted[middle]);
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** The ids in alphabetical order. */
    public Stream<String> ids() {
        return Arrays.stream(sorted).map(RecordData::id);
    }

    /** How many there are. */
    public int size() {
        return sorted.length;
    }

    /** Collects records; of several with the same id the last one counts. Equal values are kept once. */
    public static final class Builder {

        private final Map<String, RecordData> records = new HashMap<>();
        private final Map<Object, Object> shared = new HashMap<>();

        /**
         * Adds a record.
         *
         * @param fields the fields that it has values for; kept, so several records should come with the same list
         * @param values one a field, of the field's type
         */
        public void add(String id, List<RecordField<?>> fields, List<Object> values) {
            records.put(
                    id,
                    new RecordData(id, fields, values.stream().map(this::share).toArray()));
        }

        private Object share(Object value) {
            Object before = shared.putIfAbsent(value, value);
            return before == null ? value : before;
        }

        public RecordTable build() {
            RecordData[] all = records.values().toArray(RecordData[]::new);
            Arrays.sort(all, Comparator.comparing(RecordData::id));
            return new RecordTable(all);
        }
    }
}
