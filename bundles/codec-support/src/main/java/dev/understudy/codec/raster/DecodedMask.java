package dev.understudy.codec.raster;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Which pixels of a damaged image could be read. */
public final class DecodedMask {

    private static final byte MID_GRAY = (byte) 128;

    private final int width;
    private final int height;
    private final BitSet read;

    private DecodedMask(int width, int height, BitSet read) {
        this.width = width;
        this.height = height;
        this.read = read;
    }

    /** No pixel of an image of this size. */
    public static DecodedMask none(int width, int height) {
        return new DecodedMask(width, height, new BitSet(width * height));
    }

    /** The pixels that are the same in two rasters of one size and kind. */
    public static DecodedMask ofEqual(Raster one, Raster other) {
        DecodedMask equal = none(one.getWidth(), one.getHeight());
        int[] row = new int[equal.width * one.getNumBands()];
        int[] otherRow = row.clone();
        for (int y = 0; y < equal.height; y++) {
            one.getPixels(0, y, equal.width, 1, row);
            other.getPixels(0, y, equal.width, 1, otherRow);
            for (int x = 0; x < equal.width; x++) {
                int from = x * one.getNumBands();
                int to = from + one.getNumBands();
                equal.read.set(y * equal.width + x, Arrays.equals(row, from, to, otherRow, from, to));
            }
        }
        return equal;
    }

    /** The rows before the first that is not the same in two opaque or transparent images of one size. */
    public static DecodedMask ofEqualRows(Pixels one, Pixels other) {
        DecodedMask equal = none(one.width(), one.height());
        int first = equal.height;
        for (int i = 0; i < one.planes().size(); i++) {
            first = Math.min(first, firstDifference(one.plane(i), other.plane(i)));
        }
        if (one.alpha() != null && other.alpha() != null) {
            first = Math.min(first, firstDifference(one.alpha(), other.alpha()));
        }
        equal.read.set(0, first * equal.width);
        return equal;
    }

    private static int firstDifference(Plane one, Plane other) {
        int at = Arrays.mismatch(one.samples(), other.samples());
        return at < 0 ? one.height() : at / one.width();
    }

    /** Whether no pixel could be read. */
    public boolean isEmpty() {
        return read.isEmpty();
    }

    /** Whether all pixels could be read. */
    public boolean isComplete() {
        return read.cardinality() == width * height;
    }

    /** Adds the first {@code count} pixels of a row. */
    public void add(int row, int count) {
        read.set(row * width, row * width + count);
    }

    /**
     * The image with mid-gray, transparent if it can be, where nothing could be read.
     *
     * @param pixels of the size of this, without subsampled planes
     */
    public Pixels fill(Pixels pixels) {
        List<Plane> planes = new ArrayList<>();
        for (Plane plane : pixels.planes()) {
            planes.add(fill(plane, MID_GRAY));
        }
        Plane alpha = pixels.alpha();
        return new Pixels(pixels.samples(), planes, alpha == null ? null : fill(alpha, (byte) 0), pixels.profile());
    }

    private Plane fill(Plane plane, byte value) {
        byte[] samples = plane.samples().clone();
        for (int i = read.nextClearBit(0); i < samples.length; i = read.nextClearBit(i + 1)) {
            samples[i] = value;
        }
        return new Plane(width, height, samples);
    }
}
