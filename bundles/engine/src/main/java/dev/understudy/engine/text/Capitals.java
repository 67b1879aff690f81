package dev.understudy.engine.text;

/** How small letters are drawn. */
enum Capitals {
    /** As they are. */
    AS_WRITTEN,
    /** As capitals; the control word {@code caps}. */
    ALL,
    /** As capitals of a smaller size; the control word {@code scaps}. */
    SMALL
}
