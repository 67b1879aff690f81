package dev.understudy.codec.jpeg.encode;

import dev.understudy.image.Plane;

/**
 * A component of a frame.
 *
 * @param plane its samples
 * @param horizontal its blocks in a row of an MCU, 1..4
 * @param vertical its blocks in a column of an MCU, 1..4
 * @param table which of the tables it has: 0, or 1 for chroma
 */
record FrameComponent(Plane plane, int horizontal, int vertical, int table) {

    /** Blocks that have samples, from left to right. */
    int columns() {
        return (plane.width() + 7) / 8;
    }

    /** Blocks that have samples, from top to bottom. */
    int rows() {
        return (plane.height() + 7) / 8;
    }

    /** How many blocks an MCU has of it. */
    int blocks() {
        return horizontal * vertical;
    }
}
