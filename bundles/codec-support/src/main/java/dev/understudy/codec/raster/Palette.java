package dev.understudy.codec.raster;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The colors of an image that is stored as indexes. Immutable. */
public final class Palette {

    private static final int SIZE = 256;
    private static final byte OPAQUE = (byte) 255;

    private final byte[] red;
    private final byte[] green;
    private final byte[] blue;
    private final byte[] alpha;
    /** How many colors the file lists. */
    private final int count;
    /** The indexes that have a color, or are transparent without one. */
    private final BitSet known;

    private Palette(byte[] red, byte[] green, byte[] blue, byte[] alpha, int count, BitSet known) {
        this.red = red;
        this.green = green;
        this.blue = blue;
        this.alpha = alpha;
        this.count = count;
        this.known = known;
    }

    /** A palette of opaque colors of three bytes each: red, green, blue. */
    public static Palette ofRgb(byte[] colors) {
        byte[][] bands = new byte[3][SIZE];
        int count = Math.min(SIZE, colors.length / 3);
        for (int i = 0; i < count; i++) {
            for (int band = 0; band < 3; band++) {
                bands[band][i] = colors[3 * i + band];
            }
        }
        byte[] alpha = new byte[SIZE];
        Arrays.fill(alpha, OPAQUE);
        return new Palette(bands[0], bands[1], bands[2], alpha, count, first(count));
    }

    /** The colors of an indexed image. */
    public static Palette of(IndexColorModel model) {
        byte[][] bands = new byte[4][SIZE];
        Arrays.fill(bands[3], OPAQUE);
        int count = Math.min(SIZE, model.getMapSize());
        for (int i = 0; i < count; i++) {
            bands[0][i] = (byte) model.getRed(i);
            bands[1][i] = (byte) model.getGreen(i);
            bands[2][i] = (byte) model.getBlue(i);
            bands[3][i] = (byte) model.getAlpha(i);
        }
        return new Palette(bands[0], bands[1], bands[2], bands[3], count, first(count));
    }

    /** The same colors with alpha values for the first of them. */
    public Palette withAlpha(byte[] values) {
        byte[] changed = alpha.clone();
        System.arraycopy(values, 0, changed, 0, Math.min(values.length, SIZE));
        return new Palette(red, green, blue, changed, count, known);
    }

    private static BitSet first(int count) {
        BitSet first = new BitSet(SIZE);
        first.set(0, count);
        return first;
    }

    /** The same colors, one of them transparent; it may lie beyond the palette. */
    public Palette withTransparent(int index) {
        byte[] changed = alpha.clone();
        changed[index] = 0;
        BitSet more = (BitSet) known.clone();
        more.set(index);
        return new Palette(red, green, blue, changed, count, more);
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

    /**
     * The image of a plane of indexes that are sound.
     *
     * @throws DamagedException when an index lies beyond the palette: programs show it in colors of their own
     */
    public Pixels applyWhole(Plane indexes) throws DamagedException {
        if (known.cardinality() < SIZE) {
            for (byte index : indexes.samples()) {
                if (!known.get(index & 0xff)) {
                    throw new DamagedException("a pixel has color " + (index & 0xff) + " in a palette of " + count);
                }
            }
        }
        return apply(indexes);
    }

    /** The image of a plane of indexes; those beyond the palette are black. */
    public Pixels apply(Plane indexes) {
        List<Plane> planes = List.of(map(indexes, red), map(indexes, green), map(indexes, blue));
        return new Pixels(Samples.RGB, planes, transparent() ? map(indexes, alpha) : null, null);
    }

    /** Puts their grays in the place of indexes: packed samples are many, and two planes of them are more than was announced. */
    void turnGray(Plane indexes) {
        map(indexes.samples(), red, indexes.samples());
    }

    private static Plane map(Plane indexes, byte[] values) {
        byte[] to = new byte[indexes.samples().length];
        map(indexes.samples(), values, to);
        return new Plane(indexes.width(), indexes.height(), to);
    }

    private static void map(byte[] from, byte[] values, byte[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] = values[from[i] & 0xff];
        }
    }
}
