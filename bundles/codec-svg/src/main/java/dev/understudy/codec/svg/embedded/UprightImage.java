package dev.understudy.codec.svg.embedded;

import dev.understudy.image.Orientation;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Turns images as their files say, as browsers do. */
final class UprightImage {

    private UprightImage() {}

    /** The image as the photographer saw it. */
    static BufferedImage of(BufferedImage stored, Orientation orientation) {
        if (orientation == Orientation.NORMAL) {
            return stored;
        }
        int columns = stored.getWidth();
        int rows = stored.getHeight();
        boolean swaps = orientation.swapsSides();
        BufferedImage upright =
                new BufferedImage(swaps ? rows : columns, swaps ? columns : rows, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] from = pixels(stored);
        int[] to = pixels(upright);
        int width = upright.getWidth();
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int column = swaps ? y : x;
                int row = swaps ? x : y;
                int right = width - 1 - column;
                int low = upright.getHeight() - 1 - row;
                int place = switch (orientation) {
                    case NORMAL, TRANSPOSED -> row * width + column;
                    case MIRRORED, ROTATED_90 -> row * width + right;
                    case ROTATED_180, TRANSVERSED -> low * width + right;
                    case FLIPPED, ROTATED_270 -> low * width + column;
                };
                to[place] = from[y * columns + x];
            }
        }
        return upright;
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
