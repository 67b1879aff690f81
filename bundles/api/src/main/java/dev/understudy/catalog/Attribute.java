package dev.understudy.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table of catalog attributes.
 *
 * @param name as the reference spells it; compared without regard to case
 * @param syntax how values are written
 * @param fallback the value when neither the catalog nor the default catalog has one
 * @param inheritance when the default catalog's value is used
 * @param support whether it works
 * @param note what does not work, or what is our own about it; empty for nothing
 * @param closed for attributes that guard a catalog, the value that lets nothing pass: it stands in for one that cannot be
 *     read; null for all others
 * @param <T> the value's type
 */
public record Attribute<T>(
        String name,
        Syntax<T> syntax,
        T fallback,
        Inheritance inheritance,
        Support support,
        String note,
        @Nullable T closed) {

    Attribute<T> noted(Support newSupport, String newNote) {
        return new Attribute<>(name, syntax, fallback, inheritance, newSupport, newNote, closed);
    }

    Attribute<T> guarding(T newClosed) {
        return new Attribute<>(name, syntax, fallback, inheritance, support, note, newClosed);
    }

    Attribute<T> later(String why) {
        return noted(Support.NONE, why);
    }

    /** Whether a value is without effect, since the attribute does not work yet; the fallback says no more than silence does. */
    public boolean ignores(Object value) {
        return support == Support.NONE && !value.equals(fallback);
    }

    /** A sentence about a value that has no effect, for operators. */
    public String remark() {
        return name + ": " + (note.isEmpty() ? "this attribute does nothing yet" : note);
    }

    @Override
    public String toString() {
        return "attribute::" + name;
    }
}
