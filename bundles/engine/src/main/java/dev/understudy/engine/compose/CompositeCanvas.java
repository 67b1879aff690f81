package dev.understudy.engine.compose;

import dev.understudy.engine.color.Rgb;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image in the making, in RGB with alpha that is not multiplied into the colors. Later pixels lie over earlier
 * ones; those beyond its area are left out.
 */
public final class CompositeCanvas {

    /** The memory of a pixel. */
    public static final int BYTES_PER_PIXEL = 4;

    private final Region area;
    private final byte[] red;
    private final byte[] green;
    private final byte[] blue;
    private final byte[] alpha;

    /** A transparent canvas over an area of at least one pixel. */
    public CompositeCanvas(Region area) {
        this.area = area;
        int size = Math.multiplyExact(area.width(), area.height());
        red = new byte[size];
        green = new byte[size];
        blue = new byte[size];
        alpha = new byte[size];
    }

    /** Lays a rectangle of one color over what is there. */
    public void fill(Region rectangle, Color color) {
        Region part = rectangle.intersect(area);
        if (color.alpha() == 0) {
            return;
        }
        for (int row = 0; row < part.height(); row++) {
            int at = index(part.x(), part.y() + row);
            for (int i = at; i < at + part.width(); i++) {
                put(i, color.red(), color.green(), color.blue(), color.alpha());
            }
        }
    }

    /**
     * Lays an image over what is there.
     *
     * @param pixels in sRGB
     * @param x where its left column comes
     * @param y where its upper row comes
     * @param opacity 0..1
     */
    public void draw(Pixels pixels, int x, int y, double opacity) {
        Pixels rgb = Rgb.of(pixels);
        byte[] reds = rgb.plane(0).samples();
        byte[] greens = rgb.plane(1).samples();
        byte[] blues = rgb.plane(2).samples();
        byte @Nullable [] alphas = rgb.alpha() == null ? null : rgb.alpha().samples();
        int[] faded = faded(opacity);
        Region part = new Region(x, y, rgb.width(), rgb.height()).intersect(area);
        for (int row = 0; row < part.height(); row++) {
            int to = index(part.x(), part.y() + row);
            int from = (part.y() + row - y) * rgb.width() + part.x() - x;
            for (int i = 0; i < part.width(); i++) {
                int s = from + i;
                int opaque = alphas == null ? faded[255] : faded[alphas[s] & 0xff];
                put(to + i, reds[s] & 0xff, greens[s] & 0xff, blues[s] & 0xff, opaque);
            }
        }
    }

    /** The pixels of the canvas; nothing must be drawn on it any more. */
    public Pixels pixels() {
        return new Pixels(Samples.RGB, List.of(plane(red), plane(green), plane(blue)), plane(alpha), null);
    }

    private Plane plane(byte[] samples) {
        return new Plane(area.width(), area.height(), samples);
    }

    private int index(int x, int y) {
        return (y - area.y()) * area.width() + x - area.x();
    }

    /** Porter and Duff's "over". */
    private void put(int i, int r, int g, int b, int opaque) {
        if (opaque == 0) {
            return;
        }
        int below = alpha[i] & 0xff;
        if (opaque == 255 || below == 0) {
            red[i] = (byte) r;
            green[i] = (byte) g;
            blue[i] = (byte) b;
            alpha[i] = (byte) opaque;
            return;
        }
        int weight = opaque * 255;
        int weightBelow = below * (255 - opaque);
        int sum = weight + weightBelow;
        red[i] = mixed(r, weight, red[i], weightBelow, sum);
        green[i] = mixed(g, weight, green[i], weightBelow, sum);
        blue[i] = mixed(b, weight, blue[i], weightBelow, sum);
        alpha[i] = (byte) ((sum + 127) / 255);
    }

    private static byte mixed(int value, int weight, byte below, int weightBelow, int sum) {
        return (byte) ((value * weight + (below & 0xff) * weightBelow + sum / 2) / sum);
    }

    private static int[] faded(double opacity) {
        int[] faded = new int[256];
        for (int i = 0; i < faded.length; i++) {
            faded[i] = (int) Math.round(i * Math.max(0, Math.min(1, opacity)));
        }
        return faded;
    }
}
