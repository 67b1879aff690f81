package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.RecordField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that the records of a table have in common: the first ones of each field, each kept once as an object. */
final class SharedValues {

    /** How many of a field; those that come later and cannot be found among these are written with each record. */
    private static final int OF_A_FIELD = 1024;

    private final List<Object> values = new ArrayList<>();

    /** What is needed while values are added. */
    private @Nullable Map<Object, Integer> numbers = new HashMap<>();

    private final Map<RecordField<?>, Integer> counts = new IdentityHashMap<>();

    /**
     * The number of a value; -1 when it has none and should be written.
     *
     * @param always whether the value cannot be written
     */
    int number(RecordField<?> field, Object value, boolean always) {
        Map<Object, Integer> known = numbers;
        if (known == null) {
            throw new IllegalStateException("the values are complete");
        }
        Integer number = known.get(value);
        if (number != null) {
            return number;
        }
        int count = counts.merge(field, 1, Integer::sum);
        if (count > OF_A_FIELD && !always) {
            return -1;
        }
        known.put(value, values.size());
        values.add(value);
        return values.size() - 1;
    }

    /** Ends adding. */
    void freeze() {
        numbers = null;
        counts.clear();
    }

    Object get(int number) {
        return values.get(number);
    }

    int size() {
        return values.size();
    }
}
