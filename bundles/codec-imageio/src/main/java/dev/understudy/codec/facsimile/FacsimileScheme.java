package dev.understudy.codec.facsimile;

/**
 * The way in which the lines of a facsimile are coded.
 *
 * @param group how codes and lines follow each other
 * @param twoDimensional whether lines of group 3 may be coded by the line above
 * @param lowestFirst whether a byte's lowest bit is its first
 */
public record FacsimileScheme(Group group, boolean twoDimensional, boolean lowestFirst) {

    /** The families of codes. */
    public enum Group {
        /** Group 3 in one dimension, each line from a whole byte on, with nothing between lines. */
        BYTE_ALIGNED,
        /** Group 3 in one dimension, each line from a whole word of 16 bits on, with nothing between lines. */
        WORD_ALIGNED,
        /** Lines in one dimension or two, with marks between them. */
        GROUP_3,
        /** Lines in two dimensions, with nothing between them. */
        GROUP_4
    }
}
