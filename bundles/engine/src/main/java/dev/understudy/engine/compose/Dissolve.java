package dev.understudy.engine.compose;

import dev.understudy.engine.operation.Grain;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import org.jspecify.annotations.Nullable;

/**
 * Transparency as a scatter of opaque pixels. Whether a pixel is opaque depends on its opacity, its place and the seed alone,
 * so that a part of an image is that part of the whole, and the same each time.
 *
 * @param x the column of the window from which places are counted: that of the composite
 * @param y the row likewise
 * @param seed another one for each layer, so that layers do not hide one another's gaps
 */
public record Dissolve(int x, int y, int seed) {

    private static final int OPAQUE = BlendMode.MAX;

    /** The pixels that begin in this column and row of the window, each of them opaque or transparent. */
    Pixels apply(Pixels pixels, int column, int row) {
        @Nullable Plane alpha = pixels.alpha();
        return alpha == null ? pixels : pixels.withAlpha(scattered(alpha, column - x, row - y));
    }

    private Plane scattered(Plane alpha, int left, int top) {
        byte[] samples = new byte[alpha.samples().length];
        for (int row = 0, i = 0; row < alpha.height(); row++) {
            for (int column = 0; column < alpha.width(); column++, i++) {
                boolean opaque = threshold(left + column, top + row) < (alpha.samples()[i] & 0xff);
                samples[i] = (byte) (opaque ? OPAQUE : 0);
            }
        }
        return new Plane(alpha.width(), alpha.height(), samples);
    }

    /** One of 0..254, any as likely as any other. */
    private int threshold(int column, int row) {
        long high = Grain.bits(column, row, seed) >>> Integer.SIZE;
        return (int) (high * OPAQUE >>> Integer.SIZE);
    }
}
