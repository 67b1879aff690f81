package dev.understudy.codec.facsimile;

import dev.understudy.codec.io.DamagedException;

/** A line as the columns at which its color changes, the first time from white to black. */
final class ChangeLine {

    private final int columns;
    private final int[] changes;
    private int count;
    private int next;

    ChangeLine(int columns) {
        this.columns = columns;
        this.changes = new int[columns + 2];
    }

    /** Makes it all white. */
    void clear() {
        count = 0;
        next = 0;
    }

    /**
     * Adds a change of color, at the last one or to the right of it.
     *
     * @return where it is
     */
    int add(int column) throws DamagedException {
        if (column > columns) {
            throw new DamagedException("a line is longer than the image is wide");
        }
        if (count > 0 && changes[count - 1] == column) {
            count--; // a run of nothing
        } else {
            changes[count++] = column;
        }
        return column;
    }

    /** The column of a change; the end of the line for those that it does not have. */
    int at(int change) {
        return change < count ? changes[change] : columns;
    }

    /**
     * The first change to the right of a column by which a color ends. To be asked from left to right.
     *
     * @param column the column, -1 at the start
     * @param white which color ends
     */
    int after(int column, boolean white) {
        while (next < count && changes[next] <= column) {
            next++;
        }
        return (next & 1) == (white ? 0 : 1) ? next : next + 1;
    }

    /** Sets the bits of its black runs. */
    void paint(byte[] rows, int start) {
        for (int change = 0; change < count; change += 2) {
            paint(rows, start, at(change), at(change + 1));
        }
    }

    private static void paint(byte[] rows, int start, int from, int to) {
        for (int x = from; x < to; x++) {
            if ((x & 7) == 0 && to - x >= 8) {
                rows[start + (x >> 3)] = (byte) 0xff;
                x += 7;
            } else {
                rows[start + (x >> 3)] |= (byte) (0x80 >> (x & 7));
            }
        }
    }
}
