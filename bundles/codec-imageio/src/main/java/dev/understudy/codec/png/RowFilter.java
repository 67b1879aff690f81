package dev.understudy.codec.png;

import dev.understudy.image.Plane;
import java.util.Arrays;
import java.util.List;

/**
 * Interleaves rows of planes and filters them, each by the filter whose result has the smallest sum of magnitudes. The Paeth filter is
 * not among them: it takes longer than all others together and saves nothing that can be measured. What a filter reads is in arrays of
 * their own, all from 0, since the compiler makes vector code only of such loops.
 *
 * <p>Source: the PNG specification, sections 9 and 12.7.
 */
final class RowFilter {

    private static final int SUB = 1;
    private static final int UP = 2;
    private static final int AVERAGE = 3;

    private final int bands;
    private final int length;
    private byte[] row;
    private byte[] above;

    /** The row, moved by a pixel, of which the first one is zeros. */
    private final byte[] left;

    private final byte[] sub;
    private final byte[] up;
    private final byte[] average;

    RowFilter(int width, int bands) {
        this.bands = bands;
        length = Math.multiplyExact(width, bands);
        row = new byte[length];
        above = new byte[length];
        left = new byte[length];
        sub = new byte[length];
        up = new byte[length];
        average = new byte[length];
    }

    /** Begins with a row of the image; those behind it come in order. */
    void begin(List<Plane> planes, int y) {
        if (y == 0) {
            Arrays.fill(row, (byte) 0);
        } else {
            interleave(planes, y - 1);
        }
        shift();
    }

    private void shift() {
        byte[] done = above;
        above = row;
        row = done;
    }

    /** Filters the next row of the image, the number of its filter first. */
    void filter(List<Plane> planes, int y, byte[] target, int at) {
        interleave(planes, y);
        System.arraycopy(row, 0, left, bands, length - bands);
        difference(row, left, sub);
        difference(row, above, up);
        differenceToMean(row, left, above, average);
        choose(target, at);
        shift();
    }

    private void interleave(List<Plane> planes, int y) {
        for (int band = 0; band < bands; band++) {
            Plane plane = planes.get(band);
            interleave(plane.samples(), y * plane.width(), plane.width(), band);
        }
    }

    private void interleave(byte[] samples, int from, int width, int band) {
        for (int x = 0, to = band; x < width; x++, to += bands) {
            row[to] = samples[from + x];
        }
    }

    private void choose(byte[] target, int at) {
        byte[] best = row;
        int filter = 0;
        int least = magnitude(row);
        int sum = magnitude(sub);
        if (sum < least) {
            least = sum;
            best = sub;
            filter = SUB;
        }
        sum = magnitude(up);
        if (sum < least) {
            least = sum;
            best = up;
            filter = UP;
        }
        if (magnitude(average) < least) {
            best = average;
            filter = AVERAGE;
        }
        target[at] = (byte) filter;
        System.arraycopy(best, 0, target, at + 1, length);
    }

    private static int magnitude(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += Math.abs((int) bytes[i]);
        }
        return sum;
    }

    private static void difference(byte[] bytes, byte[] guess, byte[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = (byte) (bytes[i] - guess[i]);
        }
    }

    private static void differenceToMean(byte[] bytes, byte[] one, byte[] other, byte[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = (byte) (bytes[i] - ((one[i] & 0xff) + (other[i] & 0xff) >> 1));
        }
    }
}
