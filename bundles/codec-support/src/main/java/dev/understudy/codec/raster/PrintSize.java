package dev.understudy.codec.raster;

import dev.understudy.image.Embedded;
import dev.understudy.image.Pixels;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The size of a printed image in points, of which 72 are an inch.
 *
 * @param width from left to right
 * @param height from top to bottom
 */
public record PrintSize(double width, double height) {

    private static final double POINTS_AN_INCH = 72;
    private static final int DECIMALS = 4;

    /** The size of an image at the resolution that is noted beside it, or else with a point for each pixel. */
    public static PrintSize of(Pixels pixels, Embedded embedded) {
        double points = embedded.resolution() > 0 ? POINTS_AN_INCH / embedded.resolution() : 1;
        return new PrintSize(pixels.width() * points, pixels.height() * points);
    }

    /** The same shape, no side of which is longer than {@code most}. */
    public PrintSize atMost(double most) {
        double scale = Math.min(1, most / Math.max(width, height));
        return new PrintSize(width * scale, height * scale);
    }

    /** A number of points as page descriptions have it, with a few decimals and never with an exponent. */
    public static String text(double points) {
        BigDecimal rounded = BigDecimal.valueOf(points).setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString();
    }
}
