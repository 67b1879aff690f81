package dev.understudy.serve;

/** The quality of a client's connection, as the client has it. */
public enum ConnectionQuality {
    /** Good enough for everything, or unknown. */
    GOOD,
    /** Slow, as mobile networks of the third generation are. */
    FAIR,
    /** Very slow, or such that the client wants to save data. */
    POOR
}
