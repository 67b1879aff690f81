package dev.understudy.testkit.catalog;

import dev.understudy.catalog.RecordField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that a record of a test has of its own. */
public final class TestRecord {

    private final TestCatalog catalog;
    private final Map<RecordField<?>, Object> values = new LinkedHashMap<>();

    TestRecord(TestCatalog catalog) {
        this.catalog = catalog;
    }

    /** Gives a field a value; an empty text is none. */
    public <T> TestRecord set(RecordField<T> field, T value) {
        if (value.equals("")) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
        catalog.changed();
        return this;
    }

    List<RecordField<?>> fields() {
        return List.copyOf(values.keySet());
    }

    List<Object> values() {
        return List.copyOf(values.values());
    }
}
