package dev.understudy.engine.command;

/** What a command means under {@code layer=comp}, where every request starts. */
public enum CompositeScope {
    /** The same as anywhere. */
    ANYWHERE,
    /** It applies to layer 0. */
    LAYER_ZERO,
    /** It applies to the flattened layers. */
    COMPOSITE,
    /** It applies to the finished view. */
    VIEW,
    /** Nothing. */
    IGNORED
}
