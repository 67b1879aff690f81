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
 * ones, or are blended with them; those beyond its area are left out.
 */
public final class CompositeCanvas {

    /** The memory of a pixel. */
    public static final int BYTES_PER_PIXEL = 4;

    private static final int MAX = BlendMode.MAX;

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
        eachRow(rgb, x, y, (to, from, count) -> {
            for (int i = 0; i < count; i++) {
                int s = from + i;
                int opaque = alphas == null ? faded[255] : faded[alphas[s] & 0xff];
                put(to + i, reds[s] & 0xff, greens[s] & 0xff, blues[s] & 0xff, opaque);
            }
        });
    }

    /**
     * Lays an image over what is there, and mixes the colors.
     *
     * @param pixels in sRGB
     * @param x where its left column comes
     * @param y where its upper row comes
     * @param dissolve what is meant by {@link BlendMode#DISSOLVE}
     */
    public void blend(Pixels pixels, int x, int y, BlendMode mode, Dissolve dissolve) {
        switch (mode) {
            case NORM -> draw(pixels, x, y, 1);
            case DISSOLVE -> draw(dissolve.apply(pixels, x, y), x, y, 1);
            default -> blend(pixels, x, y, mode);
        }
    }

    private void blend(Pixels pixels, int x, int y, BlendMode mode) {
        Pixels rgb = Rgb.of(pixels);
        byte @Nullable [] alphas = rgb.alpha() == null ? null : rgb.alpha().samples();
        List<byte[]> colors = List.of(red, green, blue);
        eachRow(rgb, x, y, (to, from, count) -> {
            for (int i = 0; i < count; i++) {
                int opaque = alphas == null ? MAX : alphas[from + i] & 0xff;
                if (opaque > 0) {
                    BlendWeights weights = new BlendWeights(alpha[to + i] & 0xff, opaque);
                    for (int c = 0; c < colors.size(); c++) {
                        byte[] below = colors.get(c);
                        below[to + i] =
                                weights.mixed(mode, below[to + i], rgb.plane(c).samples()[from + i]);
                    }
                    alpha[to + i] = weights.opacity();
                }
            }
        });
    }

    /** Lays a color under what is there. */
    public void fillBelow(Color color) {
        for (int i = 0; i < alpha.length; i++) {
            int opaque = alpha[i] & 0xff;
            if (opaque < MAX) {
                int r = red[i] & 0xff;
                int g = green[i] & 0xff;
                int b = blue[i] & 0xff;
                alpha[i] = 0;
                put(i, color.red(), color.green(), color.blue(), color.alpha());
                put(i, r, g, b, opaque);
            }
        }
    }

    /** What is done to a row: the index of its first pixel in the canvas and in the image, and how many there are. */
    private interface RowAction {
        void run(int to, int from, int count);
    }

    private void eachRow(Pixels pixels, int x, int y, RowAction action) {
        Region part = new Region(x, y, pixels.width(), pixels.height()).intersect(area);
        for (int row = 0; row < part.height(); row++) {
            int from = (part.y() + row - y) * pixels.width() + part.x() - x;
            action.run(index(part.x(), part.y() + row), from, part.width());
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
