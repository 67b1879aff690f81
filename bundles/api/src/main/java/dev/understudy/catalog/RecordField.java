package dev.understudy.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A row of the tables of record fields.
 *
 * @param name as the reference spells it; compared without regard to case
 * @param syntax how values are written
 * @param fallback the value when the record has none and no attribute stands in for it
 * @param attribute the attribute that gives the value when the record has none; null for none
 * @param none a value that counts as none, as an empty one does; null when there is no such value
 * @param support whether it works
 * @param note what does not work; empty for nothing
 * @param <T> the value's type
 */
public record RecordField<T>(
        String name,
        Syntax<T> syntax,
        T fallback,
        @Nullable Attribute<T> attribute,
        @Nullable T none,
        Support support,
        String note) {

    RecordField<T> noted(Support newSupport, String newNote) {
        return new RecordField<>(name, syntax, fallback, attribute, none, newSupport, newNote);
    }

    RecordField<T> later(String why) {
        return noted(Support.NONE, why);
    }

    /** Whether a value is without effect, since the field does not work yet. */
    public boolean ignores(Object value) {
        return support == Support.NONE && !value.equals(fallback);
    }

    @Override
    public String toString() {
        return "catalog::" + name;
    }
}
