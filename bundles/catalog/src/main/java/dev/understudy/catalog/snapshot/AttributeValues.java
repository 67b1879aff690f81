package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Inheritance;
import java.util.IdentityHashMap;
import java.util.Map;

/** Values of attributes. An attribute that has none has its fallback. Immutable. */
public final class AttributeValues {

    /** Fallbacks only. */
    public static final AttributeValues NONE = new Builder().build();

    private final Map<Attribute<?>, Object> values;

    private AttributeValues(Map<Attribute<?>, Object> values) {
        this.values = values;
    }

    /** The attribute's value. */
    @SuppressWarnings("unchecked") // only Builder.put writes, with a value of the attribute's type
    public <T> T get(Attribute<T> attribute) {
        return (T) values.getOrDefault(attribute, attribute.fallback());
    }

    /** Whether there is a value other than the fallback. */
    public boolean has(Attribute<?> attribute) {
        return values.containsKey(attribute);
    }

    /** These values, and those of the default catalog where an attribute's rule says so. */
    public AttributeValues inheriting(AttributeValues defaults) {
        Builder resolved = new Builder();
        for (Attribute<?> attribute : Attributes.all()) {
            if (has(attribute)) {
                resolved.copy(attribute, this);
            } else if (attribute.inheritance() != Inheritance.OWN_ONLY && defaults.has(attribute)) {
                resolved.copy(attribute, defaults);
            }
        }
        return resolved.build();
    }

    /** These values with another one. */
    public <T> AttributeValues with(Attribute<T> attribute, T value) {
        Builder builder = new Builder();
        builder.values.putAll(values);
        return builder.put(attribute, value).build();
    }

    /** Collects values. */
    public static final class Builder {

        private final Map<Attribute<?>, Object> values = new IdentityHashMap<>();

        public <T> Builder put(Attribute<T> attribute, T value) {
            values.put(attribute, value);
            return this;
        }

        private <T> void copy(Attribute<T> attribute, AttributeValues from) {
            put(attribute, from.get(attribute));
        }

        public AttributeValues build() {
            return new AttributeValues(new IdentityHashMap<>(values));
        }
    }
}
