package dev.understudy.engine.command;

/** The part of a request that a command belongs to. */
public enum Scope {
    /** The whole request, wherever it stands. */
    REQUEST,
    /** The view of the composite, wherever it stands. */
    VIEW,
    /** The layer it stands in. */
    LAYER,
    /** The source or mask of the layer it stands in. */
    SOURCE,
    /** The text of the layer it stands in. */
    TEXT,
    /** The effect layer it stands in. */
    EFFECT;

    /** Whether it counts wherever it stands. */
    public boolean isGlobal() {
        return this == REQUEST || this == VIEW;
    }
}
