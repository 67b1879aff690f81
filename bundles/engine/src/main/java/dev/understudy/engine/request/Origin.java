package dev.understudy.engine.request;

/** Where a command comes from. */
public enum Origin {
    /** The request itself. */
    URL,
    /** A macro that the request invokes. */
    MACRO,
    /** {@code catalog::Modifier}, or a macro in it. */
    MODIFIER,
    /** {@code catalog::PostModifier}, or a macro in it. */
    POSTMODIFIER
}
