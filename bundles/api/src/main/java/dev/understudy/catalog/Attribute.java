package dev.understudy.catalog;

/**
 * A row of the table of catalog attributes.
 *
 * @param name as the reference spells it; compared without regard to case
 * @param syntax how values are written
 * @param fallback the value when neither the catalog nor the default catalog has one
 * @param inheritance when the default catalog's value is used
 * @param ruleOverridable whether a rule of a rule set may change it for a request
 * @param support whether it works
 * @param note what does not work, or what is our own about it; empty for nothing
 * @param <T> the value's type
 */
public record Attribute<T>(
        String name,
        Syntax<T> syntax,
        T fallback,
        Inheritance inheritance,
        boolean ruleOverridable,
        Support support,
        String note) {

    Attribute<T> byRule() {
        return new Attribute<>(name, syntax, fallback, inheritance, true, support, note);
    }

    Attribute<T> noted(Support newSupport, String newNote) {
        return new Attribute<>(name, syntax, fallback, inheritance, ruleOverridable, newSupport, newNote);
    }

    Attribute<T> later() {
        return noted(Support.NONE, "");
    }

    @Override
    public String toString() {
        return "attribute::" + name;
    }
}
