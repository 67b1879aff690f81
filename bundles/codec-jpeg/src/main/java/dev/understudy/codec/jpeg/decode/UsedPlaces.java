package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.util.Arrays;

/** Where coefficients are put of which only the lowest frequencies are used. */
final class UsedPlaces {

    /** Where coefficients are put that are not used. */
    static final int UNUSED = ZigZag.COUNT;

    private static final int LAST_RUN = 16;

    private UsedPlaces() {}

    /**
     * For each number of a coefficient its place in a block, of which each row has eight; {@link #UNUSED} for those that a
     * transform to fewer samples does not use, and for runs that end behind a block.
     */
    static int[] of(int across, int down) {
        int[] places = new int[ZigZag.COUNT + LAST_RUN];
        Arrays.fill(places, UNUSED);
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                places[ZigZag.place(y, x)] = y * UnitSize.BLOCK + x;
            }
        }
        return places;
    }

    /** The number of the last coefficient that is used. */
    static int last(int[] places) {
        int last = ZigZag.COUNT - 1;
        while (places[last] == UNUSED) {
            last--;
        }
        return last;
    }
}
