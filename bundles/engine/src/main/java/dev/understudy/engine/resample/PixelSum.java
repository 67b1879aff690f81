package dev.understudy.engine.resample;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;

/** A mean of pixels in which colors count as much as they are opaque. For one thread. */
final class PixelSum {

    /** Less opacity than this is none. */
    private static final double NOTHING = 0.5;

    private double red;
    private double green;
    private double blue;
    private double alpha;
    private double weight;

    void clear() {
        weight = 0;
        red = 0;
        green = 0;
        blue = 0;
        alpha = 0;
    }

    /** Adds a pixel of an image in RGB with alpha. */
    void add(Pixels pixels, int x, int y) {
        int at = y * pixels.width() + x;
        double opaque = alpha(pixels).samples()[at] & 0xff;
        red += opaque * (pixels.plane(0).samples()[at] & 0xff);
        green += opaque * (pixels.plane(1).samples()[at] & 0xff);
        blue += opaque * (pixels.plane(2).samples()[at] & 0xff);
        alpha += opaque;
        weight++;
    }

    /** Adds what lies around a place. */
    void add(Pixels pixels, PixelWeights columns, PixelWeights rows) {
        byte[] reds = pixels.plane(0).samples();
        byte[] greens = pixels.plane(1).samples();
        byte[] blues = pixels.plane(2).samples();
        byte[] alphas = alpha(pixels).samples();
        for (int j = 0; j < rows.count(); j++) {
            int from = rows.place(j) * pixels.width();
            double row = rows.at(j);
            for (int i = 0; i < columns.count(); i++) {
                int at = from + columns.place(i);
                double opaque = row * columns.at(i) * (alphas[at] & 0xff);
                red += opaque * (reds[at] & 0xff);
                green += opaque * (greens[at] & 0xff);
                blue += opaque * (blues[at] & 0xff);
                alpha += opaque;
            }
        }
        weight++;
    }

    /**
     * Puts the color and the opacity of the mean into planes of red, green, blue and alpha.
     *
     * @param share what the opacity is multiplied by
     */
    void store(byte[][] planes, int at, double share) {
        double opaque = Math.min(255, alpha / weight) * share;
        if (opaque >= NOTHING) {
            planes[0][at] = clamp(red / alpha);
            planes[1][at] = clamp(green / alpha);
            planes[2][at] = clamp(blue / alpha);
            planes[3][at] = clamp(opaque);
        }
    }

    private static Plane alpha(Pixels pixels) {
        Plane alpha = pixels.alpha();
        if (alpha == null) {
            throw new IllegalArgumentException("an image without alpha has no smooth edges");
        }
        return alpha;
    }

    private static byte clamp(double value) {
        return (byte) Math.max(0, Math.min(255, (int) Math.round(value)));
    }
}
