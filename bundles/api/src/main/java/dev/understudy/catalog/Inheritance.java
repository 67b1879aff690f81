package dev.understudy.catalog;

/** When a catalog takes an attribute's value from the default catalog. */
public enum Inheritance {
    /** Only when it does not name the attribute: an empty value is a value, which switches the feature off. */
    IF_ABSENT,
    /** When it does not name it or names it without a value. */
    IF_ABSENT_OR_EMPTY,
    /** Never. */
    OWN_ONLY
}
