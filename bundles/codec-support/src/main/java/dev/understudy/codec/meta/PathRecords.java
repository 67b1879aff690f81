package dev.understudy.codec.meta;

/**
 * The records that Photoshop's paths are made of, by the number at their start.
 *
 * <p>Source: Adobe Photoshop File Formats Specification, "Path resource format".
 */
final class PathRecords {

    /** Bytes of a record. */
    static final int RECORD = 26;

    static final int CLOSED_LENGTH = 0;
    static final int CLOSED_LINKED = 1;
    static final int CLOSED_UNLINKED = 2;
    static final int OPEN_LENGTH = 3;
    static final int OPEN_UNLINKED = 5;
    static final int FILL_RULE = 6;
    static final int INITIAL_FILL = 8;

    /** Coordinates have eight bits before the point and 24 behind it. */
    static final double ONE = 1 << 24;

    private PathRecords() {}
}
