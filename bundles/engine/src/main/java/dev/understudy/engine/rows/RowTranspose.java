package dev.understudy.engine.rows;

/** Turns rows of numbers into columns and back, eight together, so that memory is gone through in longer runs. */
public final class RowTranspose {

    /** How many rows are turned together, at most. */
    public static final int TOGETHER = 8;

    private RowTranspose() {}

    /**
     * Puts rows beside each other into columns.
     *
     * @param rows {@link #TOGETHER} at least
     * @param count how many of them are turned, no more than {@link #TOGETHER}
     * @param columns an array for each place of a row
     * @param at the place of the first row in each of them
     * @param length how many numbers each row has
     */
    public static void turn(float[][] rows, int count, float[][] columns, int at, int length) {
        if (count == TOGETHER) {
            turnEight(columns, at, length, rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6], rows[7]);
            return;
        }
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < count; k++) {
                columns[i][at + k] = rows[k][i];
            }
        }
    }

    /**
     * Puts columns back into rows, as {@link #turn} took them.
     *
     * @param rows {@link #TOGETHER} at least
     * @param count how many of them there are, no more than {@link #TOGETHER}
     * @param columns an array for each place of a row
     * @param at the place of the first row in each of them
     * @param length how many numbers each row has
     */
    public static void turnBack(float[][] rows, int count, float[][] columns, int at, int length) {
        if (count == TOGETHER) {
            turnEightBack(columns, at, length, rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6], rows[7]);
            return;
        }
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < count; k++) {
                rows[k][i] = columns[i][at + k];
            }
        }
    }

    private static void turnEight(
            float[][] columns,
            int at,
            int length,
            float[] a,
            float[] b,
            float[] c,
            float[] d,
            float[] e,
            float[] f,
            float[] g,
            float[] h) {
        for (int i = 0; i < length; i++) {
            float[] column = columns[i];
            column[at] = a[i];
            column[at + 1] = b[i];
            column[at + 2] = c[i];
            column[at + 3] = d[i];
            column[at + 4] = e[i];
            column[at + 5] = f[i];
            column[at + 6] = g[i];
            column[at + 7] = h[i];
        }
    }

    private static void turnEightBack(
            float[][] columns,
            int at,
            int length,
            float[] a,
            float[] b,
            float[] c,
            float[] d,
            float[] e,
            float[] f,
            float[] g,
            float[] h) {
        for (int i = 0; i < length; i++) {
            float[] column = columns[i];
            a[i] = column[at];
            b[i] = column[at + 1];
            c[i] = column[at + 2];
            d[i] = column[at + 3];
            e[i] = column[at + 4];
            f[i] = column[at + 5];
            g[i] = column[at + 6];
            h[i] = column[at + 7];
        }
    }
}
