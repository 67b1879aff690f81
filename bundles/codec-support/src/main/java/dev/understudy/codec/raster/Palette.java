package dev.understudy.codec.raster;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.List;

/** The colors of an image that is stored as indexes; an index beyond the palette is black. Immutable. */
public final class Palette {

    private static final int SIZE = 256;
    private static final byte OPAQUE = (byte) 255;

    private final byte[] red;
    private final byte[] green;
    private final byte[] blue;
    private final byte[] alpha;

    private Palette(byte[] red, byte[] green, byte[] blue, byte[] alpha) {
        this.red = red;
        this.green = green;
        this.blue = blue;
        this.alpha = alpha;
    }

    /** A palette of opaque colors of three bytes each: red, green, blue. */
    public static Palette ofRgb(byte[] colors) {
        byte[][] bands = new byte[3][SIZE];
        for (int i = 0; i < Math.min(SIZE, colors.length / 3); i++) {
            for (int band = 0; band < 3; band++) {
                bands[band][i] = colors[3 * i + band];
            }
        }
        byte[] alpha = new byte[SIZE];
        Arrays.fill(alpha, OPAQUE);
        return new Palette(bands[0], bands[1], bands[2], alpha);
    }

    /** The colors of an indexed image. */
    public static Palette of(IndexColorModel model) {
        byte[][] bands = new byte[4][SIZE];
        Arrays.fill(bands[3], OPAQUE);
        for (int i = 0; i < Math.min(SIZE, model.getMapSize()); i++) {
            bands[0][i] = (byte) model.getRed(i);
            bands[1][i] = (byte) model.getGreen(i);
            bands[2][i] = (byte) model.getBlue(i);
            bands[3][i] = (byte) model.getAlpha(i);
        }
        return new Palette(bands[0], bands[1], bands[2], bands[3]);
    }

    /** The same colors with alpha values for the first of them. */
    public Palette withAlpha(byte[] values) {
        byte[] changed = alpha.clone();
        System.arraycopy(values, 0, changed, 0, Math.min(values.length, SIZE));
        return new Palette(red, green, blue, changed);
    }

    /** The same colors, one of them transparent. */
    public Palette withTransparent(int index) {
        byte[] changed = alpha.clone();
        changed[index] = 0;
        return new Palette(red, green, blue, changed);
    }

    /** Whether a color is not quite opaque. */
    public boolean transparent() {
        for (byte value : alpha) {
            if (value != OPAQUE) {
                return true;
            }
        }
        return false;
    }

    /** The image of a plane of indexes. */
    public Pixels apply(Plane indexes) {
        List<Plane> planes = List.of(map(indexes, red), map(indexes, green), map(indexes, blue));
        return new Pixels(Samples.RGB, planes, transparent() ? map(indexes, alpha) : null, null);
    }

    private static Plane map(Plane indexes, byte[] values) {
        byte[] from = indexes.samples();
        byte[] to = new byte[from.length];
        for (int i = 0; i < from.length; i++) {
            to[i] = values[from[i] & 0xff];
        }
        return new Plane(indexes.width(), indexes.height(), to);
    }
}
