package dev.understudy.codec.gif;

import dev.understudy.codec.raster.Palette;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;

/**
 * The first frame of a GIF.
 *
 * @param width columns of the whole image
 * @param height rows of the whole image
 * @param area where the frame lies in it
 * @param palette its colors
 * @param interlaced whether its rows come in four passes
 */
record GifFrame(int width, int height, Region area, Palette palette, boolean interlaced) {

    private static final int[] STARTS = {0, 4, 2, 1};
    private static final int[] STEPS = {8, 8, 4, 2};

    ImageInfo info() {
        return new ImageInfo(
                "gif", width, height, Orientation.NORMAL, Samples.RGB, 8, palette.transparent() || !filled(), false, 0);
    }

    /** Whether it covers the whole image; what it does not cover is transparent. */
    boolean filled() {
        return area.width() == width && area.height() == height;
    }

    /** In which order its rows are stored. */
    int[] rows() {
        int[] rows = new int[area.height()];
        int count = 0;
        for (int pass = 0; interlaced && pass < STARTS.length; pass++) {
            for (int y = STARTS[pass]; y < rows.length; y += STEPS[pass]) {
                rows[count++] = y;
            }
        }
        for (int y = 0; !interlaced && y < rows.length; y++) {
            rows[y] = y;
        }
        return rows;
    }
}
