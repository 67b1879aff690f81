package dev.understudy.engine.command;

/** What sets a command apart from the others. */
public enum Trait {
    /** Effect layers do not care. */
    IGNORED_BY_EFFECTS,
    /** Nested requests do not care. */
    IGNORED_WHEN_NESTED,
    /** A default image for the whole request keeps it. */
    KEPT_BY_DEFAULT_IMAGE,
    /** It does not change what the reply looks like. */
    NOT_IN_KEY,
    /** References to variables stay as they are. */
    NO_VARIABLES,
    /** The last one of this group decides what a layer shows. */
    LAYER_CONTENT,
    /** An empty value means something else than none. */
    EMPTY_IS_A_VALUE,
    /** Not on a page of its own. */
    BESIDE_THE_REFERENCE
}
