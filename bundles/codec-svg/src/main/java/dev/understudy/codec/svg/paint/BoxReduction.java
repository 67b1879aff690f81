package dev.understudy.codec.svg.paint;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Makes an image smaller by whole factors, so that what is left to do can be done by mixing neighbors.
 *
 * @param x how many columns become one
 * @param y how many rows become one
 */
record BoxReduction(int x, int y) {

    static final BoxReduction NONE = new BoxReduction(1, 1);

    /** The reduction for an image of which so many pixels fall on one: those that a step to the side or down passes. */
    static BoxReduction of(AffineTransform fromImage) {
        return new BoxReduction(
                factor(Math.hypot(fromImage.getScaleX(), fromImage.getShearX())),
                factor(Math.hypot(fromImage.getScaleY(), fromImage.getShearY())));
    }

    private static int factor(double pixels) {
        return (int) Math.max(1, Math.min(1 << 16, Math.floor(pixels + 1e-6)));
    }

    BufferedImage apply(BufferedImage image) {
        if (x == 1 && y == 1) {
            return image;
        }
        int width = -Math.floorDiv(-image.getWidth(), x);
        int height = -Math.floorDiv(-image.getHeight(), y);
        BufferedImage reduced = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[] to = ((DataBufferInt) reduced.getRaster().getDataBuffer()).getData();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int lastRow = Math.min(image.getHeight(), (row + 1) * y);
                int lastColumn = Math.min(image.getWidth(), (column + 1) * x);
                to[row * width + column] = mean(from, image.getWidth(), column * x, lastColumn, row * y, lastRow);
            }
        }
        return reduced;
    }

    private static int mean(int[] pixels, int width, int left, int right, int top, int bottom) {
        int result = 0;
        int count = (right - left) * (bottom - top);
        for (int shift = 24; shift >= 0; shift -= 8) {
            long sum = count / 2;
            for (int row = top; row < bottom; row++) {
                for (int column = left; column < right; column++) {
                    sum += pixels[row * width + column] >>> shift & 0xff;
                }
            }
            result = result << 8 | (int) (sum / count);
        }
        return result;
    }
}
