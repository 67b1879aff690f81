package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.jpeg.syntax.FrameHeader;

/**
 * The size of an interleaved unit, of which each component has as many blocks as its sampling factors say.
 *
 * @param across the largest horizontal sampling factor
 * @param down the largest vertical one
 */
record UnitSize(int across, int down) {

    /** Samples along a side of a block. */
    static final int BLOCK = 8;

    static UnitSize of(FrameHeader frame) {
        int across = 1;
        int down = 1;
        for (FrameHeader.Component component : frame.components()) {
            across = Math.max(across, component.horizontal());
            down = Math.max(down, component.vertical());
        }
        return new UnitSize(across, down);
    }

    /** Columns of the image. */
    int width() {
        return across * BLOCK;
    }

    /** Rows of the image. */
    int height() {
        return down * BLOCK;
    }
}
