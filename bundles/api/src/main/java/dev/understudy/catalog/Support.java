package dev.understudy.catalog;

/** Whether an entry of the reference works in this server; shown in the generated tables. */
public enum Support {
    /** As documented. */
    FULL,
    /** In part; the entry's note says which. */
    PARTIAL,
    /** Read and kept, not used. */
    NONE
}
