package dev.understudy.engine.resample;

import dev.understudy.engine.layout.LocalMapping;
import dev.understudy.engine.operation.Grain;
import dev.understudy.engine.plan.Perspective.Resampling;
import dev.understudy.image.Pixels;

/**
 * The mean of an image over what a pixel of the window covers of it, weighted by the kernel. For one thread.
 *
 * <p>What a pixel covers is an ellipse, {@link Footprint}. A kernel that is as wide and as high as the upright part of it is moved along
 * its slanted part. Where the image becomes much smaller, this is done in a level of the pyramid that is at least twice as fine.
 */
final class WarpSampler {

    /** The length of a kernel's unit, and of what it is moved along, in pixels of a level, at most. */
    private static final int LONGEST = 16;

    private static final int MOST_TAPS = 2 * 3 * LONGEST + 2;

    private final WarpSampling how;
    private final Kernel kernel;
    private final Pyramid pyramid;
    private final PixelWeights columns = new PixelWeights(MOST_TAPS);
    private final PixelWeights rows = new PixelWeights(MOST_TAPS);
    private final PixelSum sum = new PixelSum();
    private final Footprint footprint = new Footprint();

    WarpSampler(Pixels source, WarpSampling how) {
        this.how = how;
        kernel = how.kernel();
        pyramid = new Pyramid(source);
    }

    /** Whether pixels are taken as they are, and edges with them. */
    boolean hard() {
        return how.resampling() == Resampling.NEAREST;
    }

    /**
     * The mean of what a pixel shows.
     *
     * @param near from the window to the image, close to the place
     * @param x the place in the window
     * @param y likewise
     * @param column which pixel of the image as it is seen that is, for samples at irregular places
     * @param row likewise
     */
    PixelSum sum(LocalMapping near, double x, double y, int column, int row) {
        sum.clear();
        double placeX = x + offset(column, row, 0);
        double placeY = y + offset(column, row, 1);
        double u = near.x(placeX, placeY);
        double v = near.y(placeX, placeY);
        if (hard()) {
            addNearest(u, v);
        } else if (how.resampling() == Resampling.BILINEAR) {
            add(0, u, v, 1, 1);
        } else {
            addArea(near, u, v);
        }
        return sum;
    }

    /** How far a sample leaves its place, in pixels of the window. */
    private double offset(int column, int row, int seed) {
        return how.jitter() == 0 ? 0 : Grain.uniform(Grain.bits(column, row, seed)) * how.jitter() / 200;
    }

    private void addNearest(double u, double v) {
        Pixels pixels = pyramid.level(0);
        int x = (int) Math.max(0, Math.min(pixels.width() - 1, Math.floor(u)));
        int y = (int) Math.max(0, Math.min(pixels.height() - 1, Math.floor(v)));
        sum.add(pixels, x, y);
    }

    private void addArea(LocalMapping near, double u, double v) {
        footprint.of(near);
        double width = Math.max(1, footprint.width());
        double height = Math.max(1, footprint.height());
        double slant = Math.hypot(footprint.slantX(), footprint.slantY());
        int level = level(Math.min(width, height), Math.max(slant, Math.max(width, height)));
        double unit = 1 << level;
        int count = (int) Math.max(1, Math.min(LONGEST, Math.ceil(slant / unit)));
        for (int i = 0; i < count; i++) {
            double along = (i + 0.5) / count - 0.5;
            add(
                    level,
                    u + along * footprint.slantX(),
                    v + along * footprint.slantY(),
                    Math.min(LONGEST, width / unit),
                    Math.min(LONGEST, height / unit));
        }
    }

    /** A level that is at least twice as fine as what is wanted, unless that would take too many pixels. */
    private int level(double shortest, double longest) {
        int level = Math.max(0, Math.getExponent(shortest) - 1);
        while (level < how.levels() && longest / (1 << level) > LONGEST) {
            level++;
        }
        return Math.min(level, how.levels());
    }

    /** Adds what lies around a place, by a kernel that is stretched. */
    private void add(int level, double u, double v, double width, double height) {
        double scale = 1.0 / (1 << level);
        Pixels pixels = pyramid.level(level);
        columns.around(u * scale, kernel, width, pixels.width());
        rows.around(v * scale, kernel, height, pixels.height());
        sum.add(pixels, columns, rows);
    }
}
