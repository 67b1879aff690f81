package dev.understudy.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values of attributes that preprocessing rules give for one request. Immutable. */
public final class AttributeOverrides {

    /** No values. */
    public static final AttributeOverrides NONE = new AttributeOverrides(Map.of());

    private final Map<Attribute<?>, AttributeValue> values;

    /**
     * A value.
     *
     * @param value of the attribute's type
     * @param source as it was written, and where
     */
    private record AttributeValue(Object value, AttributeSource source) {}

    private AttributeOverrides(Map<Attribute<?>, AttributeValue> values) {
        this.values = values;
    }

    /** Returns these values and another one, which prevails. */
    public <T> AttributeOverrides with(Attribute<T> attribute, T value, AttributeSource source) {
        Map<Attribute<?>, AttributeValue> all = new LinkedHashMap<>(values);
        all.put(attribute, new AttributeValue(value, source));
        return new AttributeOverrides(all);
    }

    /** Returns these values and others, which prevail. */
    public AttributeOverrides overriddenBy(AttributeOverrides others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        Map<Attribute<?>, AttributeValue> all = new LinkedHashMap<>(values);
        all.putAll(others.values);
        return new AttributeOverrides(all);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The value of an attribute, if there is one. */
    @SuppressWarnings("unchecked") // with() takes a value of the attribute's type
    public <T> Optional<T> get(Attribute<T> attribute) {
        return Optional.ofNullable(values.get(attribute)).map(value -> (T) value.value());
    }

    /** How the value of an attribute was written; empty when there is none. */
    public Optional<AttributeSource> written(Attribute<?> attribute) {
        return Optional.ofNullable(values.get(attribute)).map(AttributeValue::source);
    }
}
