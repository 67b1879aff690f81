package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.util.Arrays;

/**
 * The coefficients of a component of a progressive image, as far as its scans have told them: those that are wanted with their
 * values, of all others whether they are 0, since the scans' codes depend on it.
 */
final class Coefficients {

    private final ComponentLayout layout;
    private final int[] places;
    /** For each number of a coefficient where it is among those of its block that are kept; -1 if it is not. */
    private final int[] indices;

    private final int size;
    private final int stride;
    private final short[] values;
    /** For each block which of its coefficients are not 0, by their numbers; empty where the first ones are enough. */
    private final long[] known;

    /**
     * No coefficients yet.
     *
     * @param across blocks in a row, with those that fill units up
     * @param down rows of blocks, likewise
     */
    Coefficients(ComponentLayout layout, int across, int down) {
        this.layout = layout;
        int columns = layout.x().samples();
        int rows = layout.y().samples();
        places = UsedPlaces.of(columns, rows);
        indices = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            indices[i] = places[i] == UsedPlaces.UNUSED ? -1 : index(places[i]);
        }
        size = columns * rows;
        stride = across;
        values = new short
                [Math.multiplyExact(
                        size, Math.multiplyExact(layout.x().blocks(), layout.y().blocks()))];
        known = new long[size == 1 ? 0 : Math.multiplyExact(across, down)];
    }

    ComponentLayout layout() {
        return layout;
    }

    /** The numbers of the coefficients that change a sample, as bits. */
    long used() {
        long used = 0;
        for (int i = 0; i < ZigZag.COUNT; i++) {
            used |= places[i] == UsedPlaces.UNUSED ? 0 : 1L << i;
        }
        return used;
    }

    /** Where a block's values begin; less than 0 if it is not wanted. */
    int base(int x, int y) {
        if (!layout.x().contains(x) || !layout.y().contains(y)) {
            return -1;
        }
        return ((y - layout.y().first()) * layout.x().blocks() + x - layout.x().first()) * size;
    }

    /** Sets the first coefficient. */
    void setFirst(int base, int value) {
        values[base] = (short) value;
    }

    /** Adds a bit to the first coefficient. */
    void refineFirst(int base, int bit) {
        values[base] |= (short) bit;
    }

    /** Which coefficients of a block are not 0, by their numbers as bits, but for the first. */
    long known(int x, int y) {
        return known[y * stride + x];
    }

    void setKnown(int x, int y, long newKnown) {
        known[y * stride + x] = newKnown;
    }

    /** Sets a coefficient, if it is used. */
    void set(int base, int number, int value) {
        if (base >= 0 && indices[number] >= 0) {
            values[base + indices[number]] = (short) value;
        }
    }

    /** Makes a coefficient, if it is used, larger by a bit, unless it has that already. */
    void refine(int base, int number, int bit) {
        if (base >= 0 && indices[number] >= 0) {
            int at = base + indices[number];
            int value = values[at];
            if ((value & bit) == 0) {
                values[at] = (short) (value < 0 ? value - bit : value + bit);
            }
        }
    }

    private int index(int place) {
        return place / UnitSize.BLOCK * layout.x().samples() + place % UnitSize.BLOCK;
    }

    /** Copies all coefficients of a wanted block, in the order of the file. */
    void copy(int x, int y, short[] target) {
        int base = base(x, y);
        Arrays.fill(target, (short) 0);
        for (long left = known(x, y); left != 0; left &= left - 1) {
            int number = Long.numberOfTrailingZeros(left);
            target[number] = values[base + indices[number]];
        }
        target[0] = values[base];
    }

    /** Adds a wanted block, multiplied by the steps, to those that are transformed. */
    void restore(int x, int y, int[] steps, BlockBatch batch) {
        int base = base(x, y);
        int used = 0;
        for (long left = known.length == 0 ? 0 : known(x, y); left != 0; left &= left - 1) {
            int number = Long.numberOfTrailingZeros(left);
            int place = places[number];
            if (place != UsedPlaces.UNUSED) {
                batch.set(place, values[base + indices[number]] * steps[number]);
                used |= place;
            }
        }
        batch.add(values[base] * steps[0], used == 0, x, y);
    }
}
