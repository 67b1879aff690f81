package dev.understudy.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table of record fields.
 *
 * @param name as the reference spells it; compared without regard to case
 * @param syntax how values are written
 * @param fallback the value when the record has none and no attribute stands in for it
 * @param attribute the attribute that gives the value when the record has none; null for none
 * @param support whether it works
 * @param note what does not work; empty for nothing
 * @param <T> the value's type
 */
public record RecordField<T>(
        String name, Syntax<T> syntax, T fallback, @Nullable Attribute<T> attribute, Support support, String note) {

    @Override
    public String toString() {
        return "catalog::" + name;
    }
}
