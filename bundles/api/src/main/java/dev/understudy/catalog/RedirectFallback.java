package dev.understudy.catalog;

/** The stand-in for a failed request that should be forwarded when the secondary server does not answer. */
public enum RedirectFallback {
    /** A text error about the secondary server, as the reference has it. */
    TEXT,
    /** The stand-in that would answer without a secondary server; a text error about that server when there is none. */
    STAND_IN
}
