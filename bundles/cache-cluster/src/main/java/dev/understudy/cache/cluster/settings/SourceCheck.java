package dev.understudy.cache.cluster.settings;

/** What shows that a source is the same on two servers. */
public enum SourceCheck {
    /** Length and a digest of all bytes. */
    CONTENT,
    /** Length and time of change: for servers that have the very same files. */
    TIME
}
