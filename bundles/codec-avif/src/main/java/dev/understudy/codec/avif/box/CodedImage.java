package dev.understudy.codec.avif.box;

import dev.understudy.codec.avif.av1.SequenceHeader;
import dev.understudy.codec.io.InputSegment;
import java.util.List;

/**
 * An image of one coded image, or of several beside each other.
 *
 * @param width its columns
 * @param height its rows
 * @param columns how many tiles are beside each other; 1 if it is not a grid
 * @param tiles the coded images, row by row
 */
public record CodedImage(int width, int height, int columns, List<Tile> tiles) {

    /**
     * A coded image.
     *
     * @param header what its data says of it
     * @param data where that is
     */
    public record Tile(SequenceHeader header, List<InputSegment> data) {

        /** How many bytes the data has. */
        public long length() {
            return data.stream().mapToLong(InputSegment::length).sum();
        }
    }

    /** What the data of all tiles says alike. */
    public SequenceHeader header() {
        return tiles.get(0).header();
    }
}
