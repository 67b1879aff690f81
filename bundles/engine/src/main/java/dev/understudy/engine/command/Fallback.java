package dev.understudy.engine.command;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.RecordField;

/**
 * Where a command's value comes from when the request does not give one.
 *
 * @param <T> the value's type
 */
public sealed interface Fallback<T> {

    /** As the generated tables say it. */
    String words();

    /** Always this value. */
    record Literal<T>(T value, String words) implements Fallback<T> {}

    /** The main catalog's attribute. */
    record FromAttribute<T>(Attribute<T> attribute) implements Fallback<T> {
        @Override
        public String words() {
            return attribute.toString();
        }
    }

    /** The field of the record that the layer's source is. */
    record FromField<T>(RecordField<T> field) implements Fallback<T> {
        @Override
        public String words() {
            return field.toString();
        }
    }

    /** No value; the words say what happens then. */
    record Nothing<T>(String words) implements Fallback<T> {}
}
