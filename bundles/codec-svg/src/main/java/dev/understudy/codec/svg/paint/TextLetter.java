package dev.understudy.codec.svg.paint;

import org.jspecify.annotations.Nullable;

/**
 * A character of a text and where it is put.
 *
 * @param character the character, or half of one
 * @param scope what it is drawn in
 * @param x where it is put across; null for behind the one before
 * @param y where it is put down; null likewise
 * @param dx how far it is moved across
 * @param dy how far it is moved down
 * @param rotate how it is turned, in degrees clockwise
 * @param path what it stands on; null for a level line
 */
record TextLetter(
        char character,
        PaintScope scope,
        @Nullable Double x,
        @Nullable Double y,
        double dx,
        double dy,
        double rotate,
        @Nullable TextPath path) {

    /** Whether a chunk, which is aligned by itself, begins with it. */
    boolean beginsChunk() {
        return x != null || y != null;
    }

    /** Whether it is put elsewhere than it would be behind the one before. */
    boolean isPlaced() {
        return beginsChunk() || dx != 0 || dy != 0 || rotate != 0;
    }
}
