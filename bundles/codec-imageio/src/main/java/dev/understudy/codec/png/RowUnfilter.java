package dev.understudy.codec.png;

import dev.understudy.codec.io.DamagedException;

/**
 * Undoes the filters of rows. A row begins with a pixel of zeros, which stands for what is left of it.
 *
 * <p>Source: the PNG specification, section 9.
 */
final class RowUnfilter {

    private static final int FILTERS = 5;
    private static final int RGB = 3;
    private static final int RGB_ALPHA = 4;

    private RowUnfilter() {}

    /**
     * Undoes the filter of a row.
     *
     * @param bands the bytes of a pixel
     * @param above the row before, unfiltered; zeros for the first
     */
    static void undo(int filter, byte[] row, byte[] above, int bands) throws DamagedException {
        require(filter);
        switch (filter) {
            case 1 -> sub(row, bands);
            case 2 -> up(row, above);
            case 3 -> average(row, above, bands);
            case 4 -> paeth(row, above, bands);
            default -> {}
        }
    }

    /** Fails if there is no such filter. */
    static void require(int filter) throws DamagedException {
        if (filter < 0 || filter >= FILTERS) {
            throw new DamagedException("its samples are damaged: there is no filter " + filter);
        }
    }

    private static void sub(byte[] row, int bands) {
        for (int i = bands; i < row.length; i++) {
            row[i] += row[i - bands];
        }
    }

    private static void up(byte[] row, byte[] above) {
        for (int i = 0; i < row.length; i++) {
            row[i] += above[i];
        }
    }

    private static void average(byte[] row, byte[] above, int bands) {
        for (int i = bands; i < row.length; i++) {
            row[i] += (byte) ((row[i - bands] & 0xff) + (above[i] & 0xff) >> 1);
        }
    }

    /** Each sample waits for the one on its left, so that those of a pixel are computed side by side. */
    private static void paeth(byte[] row, byte[] above, int bands) {
        if (bands == RGB || bands == RGB_ALPHA) {
            colors(row, above, bands);
            if (bands == RGB_ALPHA) {
                band(row, above, bands, RGB);
            }
            return;
        }
        for (int band = 0; band < bands; band++) {
            band(row, above, bands, band);
        }
    }

    private static void band(byte[] row, byte[] above, int bands, int band) {
        int left = 0;
        int corner = 0;
        for (int i = bands + band; i < row.length; i += bands) {
            int up = above[i] & 0xff;
            left = row[i] + guess(left, up, corner) & 0xff;
            row[i] = (byte) left;
            corner = up;
        }
    }

    private static void colors(byte[] row, byte[] above, int bands) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int redCorner = 0;
        int greenCorner = 0;
        int blueCorner = 0;
        for (int i = bands; i < row.length; i += bands) {
            int redUp = above[i] & 0xff;
            int greenUp = above[i + 1] & 0xff;
            int blueUp = above[i + 2] & 0xff;
            red = row[i] + guess(red, redUp, redCorner) & 0xff;
            green = row[i + 1] + guess(green, greenUp, greenCorner) & 0xff;
            blue = row[i + 2] + guess(blue, blueUp, blueCorner) & 0xff;
            row[i] = (byte) red;
            row[i + 1] = (byte) green;
            row[i + 2] = (byte) blue;
            redCorner = redUp;
            greenCorner = greenUp;
            blueCorner = blueUp;
        }
    }

    private static int guess(int left, int up, int corner) {
        int byLeft = up - corner;
        int byUp = left - corner;
        int byCorner = Math.abs(byLeft + byUp);
        byLeft = Math.abs(byLeft);
        byUp = Math.abs(byUp);
        int nearer = byLeft <= byUp ? left : up;
        return Math.min(byLeft, byUp) <= byCorner ? nearer : corner;
    }
}
