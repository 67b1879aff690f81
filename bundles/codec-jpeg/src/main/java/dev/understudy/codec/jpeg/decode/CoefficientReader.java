package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads the coefficients of a block behind the first one, or passes over them.
 *
 * <p>Source: ITU-T T.81, annex F.2.2.2.
 */
final class CoefficientReader {

    private static final int ZEROS = 15;

    private final CodeReader bits;
    private final CodeTable codes;
    private final SkipTable skips;
    private final BlockBatch batch;
    private final int[] places;
    private final int[] steps;
    /** The last one that changes a sample. */
    private final int last;

    /** The places that have been set in the last block, as bits of their numbers. */
    private int found;

    /**
     * A reader for the blocks of a component.
     *
     * @param skips a table of the same codes
     * @param steps what they are multiplied by
     */
    CoefficientReader(CodeReader bits, CodeTable codes, SkipTable skips, int[] steps, BlockBatch batch) {
        this.bits = bits;
        this.codes = codes;
        this.skips = skips;
        this.batch = batch;
        places = UsedPlaces.of(batch.across(), batch.down());
        this.steps = Arrays.copyOf(steps, places.length);
        last = UsedPlaces.last(places);
    }

    int step(int number) {
        return steps[number];
    }

    /** Whether none of the block that was read last changes a sample. */
    boolean isFlat() {
        return (found & UsedPlaces.UNUSED - 1) == 0;
    }

    /**
     * Reads those that change a sample, and passes over the others.
     *
     * @param start the reader's word
     * @return the word behind them
     */
    long read(long start) throws IOException {
        long word = start;
        int touched = 0;
        int next = 1;
        while (next <= last) {
            word = bits.enough(word);
            int entry = codes.find(word);
            word <<= CodeTable.length(entry);
            int value = CodeTable.value(entry);
            int extra = CodeTable.extra(entry);
            if (extra != 0) {
                value = CodeTable.number(word, extra);
                word <<= extra;
            }
            next += CodeTable.run(entry);
            if (value != 0) {
                int place = places[next];
                batch.set(place, value * steps[next]);
                touched |= place;
            } else if (isEnd(entry)) {
                found = touched;
                return word;
            }
            next++;
        }
        found = touched;
        return skip(word, next);
    }

    /** Passes over all of them, as {@link #read}. */
    long skip(long word) throws IOException {
        return skip(word, 1);
    }

    private long skip(long start, int from) throws IOException {
        long word = start;
        int next = from;
        while (next < ZigZag.COUNT) {
            word = bits.enough(word);
            int entry = skips.find(word);
            int after = SkipTable.next(next, entry);
            if ((after & SkipTable.ONE_BY_ONE) != 0) {
                entry = codes.find(word);
                after = CodeTable.isZeros(entry) && isEnd(entry) ? SkipTable.END : next + CodeTable.run(entry) + 1;
                word <<= CodeTable.extra(entry);
                entry = CodeTable.length(entry);
            }
            word <<= entry;
            next = after;
        }
        if (next > ZigZag.COUNT && next < SkipTable.END) {
            throw new DamagedException("a block with more coefficients than any can have");
        }
        return word;
    }

    /** Whether a code without a coefficient ends a block; else it stands for sixteen zeros. */
    private static boolean isEnd(int entry) throws DamagedException {
        int run = CodeTable.run(entry);
        if (run != 0 && run != ZEROS) {
            throw new DamagedException("a code that does not exist");
        }
        return run == 0;
    }
}
