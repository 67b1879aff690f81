package dev.understudy.codec.png;

import dev.understudy.image.Plane;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Interleaves rows of planes and filters them, each by the filter whose result has the smallest sum of magnitudes.
 *
 * <p>Source: the PNG specification, sections 9 and 12.7.
 */
final class RowFilter {

    private static final int FILTERS = 5;

    private final int bands;
    private byte[] above;
    private byte[] row;
    private final byte[][] filtered;

    RowFilter(int width, int bands) {
        this.bands = bands;
        // every row begins with a pixel of zeros, which stands for what is left of it
        int length = (width + 1) * bands;
        above = new byte[length];
        row = new byte[length];
        filtered = new byte[FILTERS][1 + width * bands];
        for (int filter = 0; filter < FILTERS; filter++) {
            filtered[filter][0] = (byte) filter;
        }
    }

    /** Writes a row of the image; rows come in order. */
    void write(List<Plane> planes, int y, OutputStream out) throws IOException {
        for (int band = 0; band < bands; band++) {
            Plane plane = planes.get(band);
            int from = y * plane.width();
            for (int x = 0, to = bands + band; x < plane.width(); x++, to += bands) {
                row[to] = plane.samples()[from + x];
            }
        }
        System.arraycopy(row, bands, filtered[0], 1, row.length - bands);
        sub(filtered[1]);
        up(filtered[2]);
        average(filtered[3]);
        paeth(filtered[4]);
        out.write(best());
        byte[] done = above;
        above = row;
        row = done;
    }

    private byte[] best() {
        byte[] best = filtered[0];
        int least = magnitude(best);
        for (int filter = 1; filter < FILTERS; filter++) {
            int sum = magnitude(filtered[filter]);
            if (sum < least) {
                least = sum;
                best = filtered[filter];
            }
        }
        return best;
    }

    private static int magnitude(byte[] bytes) {
        int sum = 0;
        for (int i = 1; i < bytes.length; i++) {
            sum += Math.abs(bytes[i]);
        }
        return sum;
    }

    private void sub(byte[] to) {
        for (int i = bands; i < row.length; i++) {
            to[i - bands + 1] = (byte) (row[i] - row[i - bands]);
        }
    }

    private void up(byte[] to) {
        for (int i = bands; i < row.length; i++) {
            to[i - bands + 1] = (byte) (row[i] - above[i]);
        }
    }

    private void average(byte[] to) {
        for (int i = bands; i < row.length; i++) {
            int mean = ((row[i - bands] & 0xff) + (above[i] & 0xff)) >> 1;
            to[i - bands + 1] = (byte) (row[i] - mean);
        }
    }

    private void paeth(byte[] to) {
        for (int i = bands; i < row.length; i++) {
            int left = row[i - bands] & 0xff;
            int up = above[i] & 0xff;
            int corner = above[i - bands] & 0xff;
            int byLeft = Math.abs(up - corner);
            int byUp = Math.abs(left - corner);
            int byCorner = Math.abs(left + up - 2 * corner);
            int guess = byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
            to[i - bands + 1] = (byte) (row[i] - guess);
        }
    }
}
