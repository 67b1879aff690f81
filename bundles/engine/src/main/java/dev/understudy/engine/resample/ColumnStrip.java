package dev.understudy.engine.resample;

import java.util.ArrayList;
import java.util.List;

/**
 * Wanted columns that are made together, and the stored ones they are made of.
 *
 * @param first the first wanted column
 * @param end the one after the last
 * @param low the first stored column
 * @param high the one after the last
 */
record ColumnStrip(int first, int end, int low, int high) {

    /**
     * All wanted columns in strips, from left to right.
     *
     * @param across what each wanted column is made of
     * @param widest how many stored columns a strip may have, if a single wanted one does not need more
     */
    static List<ColumnStrip> of(Taps across, int widest) {
        List<ColumnStrip> strips = new ArrayList<>();
        for (int first = 0; first < across.size(); ) {
            ColumnStrip strip = new ColumnStrip(first, first + 1, across.start(first), across.end(first));
            while (strip.end < across.size() && strip.with(across).width() <= widest) {
                strip = strip.with(across);
            }
            strips.add(strip);
            first = strip.end;
        }
        return strips;
    }

    /** The same with the next wanted column. */
    private ColumnStrip with(Taps across) {
        return new ColumnStrip(first, end + 1, Math.min(low, across.start(end)), Math.max(high, across.end(end)));
    }

    /** How many stored columns it has. */
    int width() {
        return high - low;
    }
}
