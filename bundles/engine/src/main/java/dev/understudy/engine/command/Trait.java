package dev.understudy.engine.command;

/** A property of a command that sets it apart from the others. */
public enum Trait {
    /** Nested requests ignore the command. */
    IGNORED_WHEN_NESTED,
    /** A default image that answers in place of the whole request keeps the command. */
    KEPT_BY_DEFAULT_IMAGE,
    /** The command does not change the image: requests that differ only in its value have the same plan. */
    NOT_IN_KEY,
    /** Effect layers have the command, too; they ignore all others of layers. */
    OF_EFFECTS,
    /** References to variables stay as they are. */
    NO_VARIABLES,
    /** The last one of this group decides what a layer shows. */
    LAYER_CONTENT,
    /** An empty value is a value, not the absence of one. */
    EMPTY_IS_A_VALUE,
    /** A value of nothing but blanks is a value, not the absence of one. */
    BLANK_IS_A_VALUE,
    /** The reference has no page for the command. */
    BESIDE_THE_REFERENCE
}
