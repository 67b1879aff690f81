package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.AttributeSource;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Inheritance;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of attributes. An attribute that has none has its fallback. Immutable. */
public final class AttributeValues {

    /** Fallbacks only. */
    public static final AttributeValues NONE = new Builder().build();

    private final Map<Attribute<?>, Value> values;

    private AttributeValues(Map<Attribute<?>, Value> values) {
        this.values = values;
    }

    /**
     * A value.
     *
     * @param value of the attribute's type
     * @param written where it comes from; null when nobody wrote it
     * @param inherited whether it is the default catalog's
     */
    private record Value(Object value, @Nullable AttributeSource written, boolean inherited) {}

    /** The attribute's value. */
    @SuppressWarnings("unchecked") // only Builder.put writes, with a value of the attribute's type
    public <T> T get(Attribute<T> attribute) {
        Value value = values.get(attribute);
        return value == null ? attribute.fallback() : (T) value.value();
    }

    /** Whether there is a value other than the fallback. */
    public boolean has(Attribute<?> attribute) {
        return values.containsKey(attribute);
    }

    /** How the value was written; empty when it was not. */
    public Optional<AttributeSource> written(Attribute<?> attribute) {
        return Optional.ofNullable(values.get(attribute)).map(Value::written);
    }

    /** Whether the value is the default catalog's. */
    boolean inherits(Attribute<?> attribute) {
        Value value = values.get(attribute);
        return value != null && value.inherited();
    }

    /** Completes these values with the default catalog's where an attribute's inheritance says so. */
    public AttributeValues inheriting(AttributeValues defaults) {
        Builder resolved = new Builder();
        for (Attribute<?> attribute : Attributes.all()) {
            if (has(attribute)) {
                resolved.copy(attribute, this, false);
            } else if (attribute.inheritance() != Inheritance.OWN_ONLY && defaults.has(attribute)) {
                resolved.copy(attribute, defaults, true);
            }
        }
        return resolved.build();
    }

    /** Returns these values with another one for one attribute. */
    public <T> AttributeValues with(Attribute<T> attribute, T value) {
        Builder builder = new Builder();
        builder.values.putAll(values);
        return builder.put(attribute, value, null).build();
    }

    /** Collects values. */
    public static final class Builder {

        private final Map<Attribute<?>, Value> values = new IdentityHashMap<>();

        /**
         * Takes a value.
         *
         * @param written where it comes from; null when nobody wrote it
         */
        public <T> Builder put(Attribute<T> attribute, T value, @Nullable AttributeSource written) {
            values.put(attribute, new Value(value, written, false));
            return this;
        }

        private void copy(Attribute<?> attribute, AttributeValues from, boolean inherited) {
            Value value = from.values.get(attribute);
            if (value != null) {
                values.put(attribute, new Value(value.value(), value.written(), inherited));
            }
        }

        public AttributeValues build() {
            return new AttributeValues(new IdentityHashMap<>(values));
        }
    }
}
