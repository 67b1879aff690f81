package dev.understudy.itest.conformance;

import java.awt.image.BufferedImage;

/**
 * How far two images of one size are apart, colors weighed by their opacity.
 *
 * @param largest the largest difference of a channel, 0..255
 * @param psnr peak signal to noise ratio in decibels, infinite for the same image
 * @param image where they differ: the darker, the more; black from 64 on
 */
record Difference(int largest, double psnr, BufferedImage image) {

    private static final int CHANNELS = 4;
    private static final int EXAGGERATION = 4;

    static Difference between(ReplyImage one, ReplyImage other) {
        BufferedImage map = new BufferedImage(one.width(), one.height(), BufferedImage.TYPE_INT_RGB);
        int largest = 0;
        double squares = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                int[] a = weighed(one.argb(x, y));
                int[] b = weighed(other.argb(x, y));
                int apart = 0;
                for (int c = 0; c < CHANNELS; c++) {
                    apart = Math.max(apart, Math.abs(a[c] - b[c]));
                    squares += (double) (a[c] - b[c]) * (a[c] - b[c]);
                }
                largest = Math.max(largest, apart);
                map.setRGB(x, y, 0x010101 * (255 - Math.min(255, apart * EXAGGERATION)));
            }
        }
        double mean = squares / ((double) one.width() * one.height() * (CHANNELS - 1));
        return new Difference(largest, 10 * Math.log10(255.0 * 255.0 / mean), map);
    }

    private static int[] weighed(int argb) {
        int alpha = argb >>> 24;
        return new int[] {
            alpha, (argb >> 16 & 0xff) * alpha / 255, (argb >> 8 & 0xff) * alpha / 255, (argb & 0xff) * alpha / 255
        };
    }
}
