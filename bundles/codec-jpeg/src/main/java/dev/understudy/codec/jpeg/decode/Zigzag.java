package dev.understudy.codec.jpeg.decode;

import java.util.Arrays;

/** The order in which coefficients are stored. */
final class Zigzag {

    static final int COEFFICIENTS = 64;
    /** Where coefficients are put that are not used. */
    static final int UNUSED = COEFFICIENTS;

    private static final int LAST_RUN = 16;

    private Zigzag() {}

    /**
     * For each number of a coefficient its place in a block, of which each row has eight; {@link #UNUSED} for those that a
     * transform to fewer samples does not use, and for runs that end behind a block.
     */
    static int[] places(int across, int down) {
        int[] places = new int[COEFFICIENTS + LAST_RUN];
        Arrays.fill(places, UNUSED);
        int x = 0;
        int y = 0;
        for (int i = 0; i < COEFFICIENTS; i++) {
            if (x < across && y < down) {
                places[i] = y * UnitSize.BLOCK + x;
            }
            boolean up = (x + y) % 2 == 0;
            int last = UnitSize.BLOCK - 1;
            if (up) {
                y -= x < last && y > 0 ? 1 : 0;
                y += x == last ? 1 : 0;
                x += x < last ? 1 : 0;
            } else {
                x -= y < last && x > 0 ? 1 : 0;
                x += y == last ? 1 : 0;
                y += y < last ? 1 : 0;
            }
        }
        return places;
    }
}
