package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.io.IOException;
import java.util.List;

/**
 * Decodes a progressive scan of a further bit of a band of coefficients behind the first. Those that are 0 so far come by codes,
 * the others by a bit each, many of which are passed over at a time where no sample needs them.
 *
 * <p>Source: ITU-T T.81, annex G.1.2.3.
 */
final class AcRefiningScan implements UnitWalk.UnitTask {

    private static final int ZEROS = 15;
    /** The lower half of a block's coefficients, as bits: as many as there are bits at a time. */
    private static final long LOWER = 0xffff_ffffL;

    private final Coefficients target;
    private final CodeTable codes;
    private final CodeReader bits;
    private final long used;
    private final int from;
    private final int last;
    private final int bit;
    /** The blocks, from the next one on, that have no further codes. */
    private int ended;

    private long decoded;

    /**
     * A scan.
     *
     * @param all the coefficients of the components of the frame
     */
    AcRefiningScan(FrameScan scan, List<Coefficients> all, CodeReader bits) throws DamagedException {
        this.bits = bits;
        ScanComponent component = scan.components().get(0);
        target = all.get(component.index());
        used = target.used();
        codes = scan.tables().acTable(component.acTable());
        from = scan.header().from();
        last = scan.header().to();
        bit = 1 << scan.header().bitsLeftOut();
    }

    @Override
    public void restart() {
        ended = 0;
    }

    @Override
    public void decode(int row, int start, int end) throws IOException {
        long word = bits.word;
        for (int x = start; x < end; x++) {
            word = decode(word, x, row);
            decoded++;
        }
        bits.word = word;
    }

    private long decode(long start, int x, int y) throws IOException {
        int base = target.base(x, y);
        long known = target.known(x, y);
        long word = start;
        int next = from;
        while (ended == 0 && next <= last) {
            word = bits.enough(word);
            int entry = codes.find(word);
            word <<= CodeTable.length(entry);
            int extra = CodeTable.extra(entry);
            int value = extra == 0 ? CodeTable.value(entry) : CodeTable.number(word, extra);
            word <<= extra;
            int run = CodeTable.run(entry);
            if (value == 0 && run < ZEROS) {
                ended = AcScan.blocks(word, run);
                word <<= run;
                break;
            }
            int place = placeAfterZeros(known, next, run);
            word = refine(word, base, known & range(next, place - 1));
            if (value != 0) {
                AcScan.requireWithin(place, last);
                if (Math.abs(value) != 1) {
                    throw new DamagedException("a code that does not exist");
                }
                target.set(base, place, value * bit);
                known |= 1L << place;
            }
            next = place + 1;
        }
        if (ended > 0) {
            ended--;
            word = refine(word, base, known & range(next, last));
        }
        bits.requireBits(word);
        target.setKnown(x, y, known);
        return word;
    }

    /** The number of the coefficient that is 0 and comes behind so many that are; the one behind the band if none does. */
    private int placeAfterZeros(long known, int start, int zeros) {
        long left = ~known & range(start, last);
        for (int i = 0; i < zeros; i++) {
            left &= left - 1;
        }
        return left == 0 ? last + 1 : Long.numberOfTrailingZeros(left);
    }

    /** Refines some coefficients, by their numbers as bits. */
    private long refine(long word, int base, long numbers) throws IOException {
        return numbers == 0 ? word : refineHalf(refineHalf(word, base, numbers & LOWER), base, numbers & ~LOWER);
    }

    private long refineHalf(long start, int base, long numbers) throws IOException {
        if (numbers == 0) {
            return start;
        }
        long word = bits.enough(start);
        if (base >= 0) {
            for (long left = numbers & used; left != 0; left &= left - 1) {
                int number = Long.numberOfTrailingZeros(left);
                if (word << Long.bitCount(numbers & (1L << number) - 1) < 0) {
                    target.refine(base, number, bit);
                }
            }
        }
        return word << Long.bitCount(numbers);
    }

    /** Bits from one number to another, both included. */
    private static long range(int from, int to) {
        return to < from ? 0 : -1L >>> ZigZag.COUNT - 1 - to & -1L << from;
    }

    @Override
    public long decoded() {
        return decoded;
    }

    @Override
    public void finish() {
        // coefficients are all that there is
    }
}
