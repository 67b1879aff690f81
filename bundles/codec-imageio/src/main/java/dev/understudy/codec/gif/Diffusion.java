package dev.understudy.codec.gif;

import java.util.Arrays;

/** Floyd and Steinberg's error diffusion, to and fro, so that no pattern runs one way. */
final class Diffusion {

    private final RgbPixels pixels;
    private final ColorTable table;
    private final int width;
    /** Errors in sixteenths, three components a pixel, with a pixel to spare on either side. */
    private int[] present;

    private int[] below;

    Diffusion(RgbPixels pixels, ColorTable table) {
        this.pixels = pixels;
        this.table = table;
        this.width = pixels.width();
        this.present = new int[(width + 2) * 3];
        this.below = new int[(width + 2) * 3];
    }

    byte[] indexes() {
        byte[] indexes = new byte[pixels.count()];
        boolean forward = true;
        for (int row = 0; row < indexes.length; row += width) {
            if (forward) {
                for (int x = 0; x < width; x++) {
                    indexes[row + x] = place(row, x, 1);
                }
            } else {
                for (int x = width - 1; x >= 0; x--) {
                    indexes[row + x] = place(row, x, -1);
                }
            }
            forward = !forward;
            int[] done = present;
            present = below;
            below = done;
            Arrays.fill(below, 0);
        }
        return indexes;
    }

    private byte place(int row, int x, int direction) {
        int index = row + x;
        if (!pixels.opaque(index)) {
            return (byte) table.transparent();
        }
        int at = (x + 1) * 3;
        int red = clamp(pixels.red(index) + ((present[at] + 8) >> 4));
        int green = clamp(pixels.green(index) + ((present[at + 1] + 8) >> 4));
        int blue = clamp(pixels.blue(index) + ((present[at + 2] + 8) >> 4));
        int entry = table.nearest(red, green, blue);
        int color = table.color(entry);
        spread(at, 3 * direction, red - (color >> 16));
        spread(at + 1, 3 * direction, green - ((color >> 8) & 0xff));
        spread(at + 2, 3 * direction, blue - (color & 0xff));
        return (byte) entry;
    }

    private void spread(int at, int ahead, int error) {
        present[at + ahead] += 7 * error;
        below[at - ahead] += 3 * error;
        below[at] += 5 * error;
        below[at + ahead] += error;
    }

    private static int clamp(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
