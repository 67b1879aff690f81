package dev.understudy.codec.tiff;

import dev.understudy.image.Orientation;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Samples;
import java.util.ArrayList;
import java.util.List;

/**
 * The images of a pyramid and how they are cut into tiles.
 *
 * @param size that of the largest image
 * @param samples GRAY, RGB or CMYK
 * @param alpha whether there is transparency
 * @param orientation how the stored images are to be turned
 * @param tile the sides of a tile in pixels, a multiple of 16
 */
public record PyramidShape(PixelSize size, Samples samples, boolean alpha, Orientation orientation, int tile) {

    /** The smallest image is no longer than this, which is enough for thumbnails. */
    private static final int SMALLEST = 128;

    private static final int TILE_STEP = 16;

    public PyramidShape {
        if (size.area() < 1 || samples == Samples.YCC || tile < TILE_STEP || tile % TILE_STEP != 0) {
            throw new IllegalArgumentException(samples + " of " + size + " in tiles of " + tile);
        }
    }

    /** The sizes of the images, each half of the one before with odd sides rounded up. There are two at least, if there can be. */
    public List<PixelSize> levels() {
        List<PixelSize> levels = new ArrayList<>();
        PixelSize next = size;
        levels.add(next);
        while (Math.max(next.width(), next.height()) > (levels.size() == 1 ? 1 : SMALLEST)) {
            next = new PixelSize((next.width() + 1) / 2, (next.height() + 1) / 2);
            levels.add(next);
        }
        return levels;
    }

    /** How many samples a pixel has. */
    public int bands() {
        return samples.planes() + (alpha ? 1 : 0);
    }

    /** How many tiles lie side by side in an image of this width or height. */
    public int tiles(int side) {
        return (side + tile - 1) / tile;
    }
}
