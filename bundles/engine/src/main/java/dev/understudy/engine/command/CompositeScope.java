package dev.understudy.engine.command;

/** The meaning of a command under {@code layer=comp}, where every request starts. */
public enum CompositeScope {
    /** The same as under any layer. */
    ANYWHERE,
    /** The command applies to layer 0. */
    LAYER_ZERO,
    /** The command applies to the flattened layers. */
    COMPOSITE,
    /** The command applies to the finished view. */
    VIEW,
    /** The command means nothing there. */
    IGNORED
}
