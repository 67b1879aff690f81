package dev.understudy.catalog;

/** What answers when a request that failed should be forwarded, but the secondary server cannot be had to answer. */
public enum RedirectFallback {
    /** A text error about the secondary server, as the reference has it. */
    TEXT,
    /** Whatever would have answered without a secondary server; a text error about that one when nothing would. */
    STAND_IN
}
