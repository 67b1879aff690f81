package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import java.io.IOException;
import java.util.List;

/**
 * Decodes a progressive scan of a band of coefficients behind the first.
 *
 * <p>Source: ITU-T T.81, annex G.1.2.2.
 */
final class AcScan implements UnitWalk.UnitTask {

    private static final int ZEROS = 15;

    private final Coefficients target;
    private final CodeTable codes;
    private final CodeReader bits;
    private final int from;
    private final int last;
    private final int low;
    /** The blocks, from the next one on, that have no further codes. */
    private int ended;

    private long decoded;

    /**
     * A scan.
     *
     * @param all the coefficients of the components of the frame
     */
    AcScan(FrameScan scan, List<Coefficients> all, CodeReader bits) throws DamagedException {
        this.bits = bits;
        ScanComponent component = scan.components().get(0);
        target = all.get(component.index());
        codes = scan.tables().acTable(component.acTable());
        from = scan.header().from();
        last = scan.header().to();
        low = scan.header().bitsLeftOut();
    }

    @Override
    public void restart() {
        ended = 0;
    }

    @Override
    public void decode(int row, int start, int end) throws IOException {
        long word = bits.word;
        int x = start;
        while (x < end) {
            int passed = Math.min(ended, end - x);
            ended -= passed;
            decoded += passed;
            x += passed;
            if (x < end) {
                word = decode(word, x, row);
                decoded++;
                x++;
            }
        }
        bits.word = word;
    }

    private long decode(long start, int x, int y) throws IOException {
        int base = target.base(x, y);
        long known = target.known(x, y);
        long word = start;
        int next = from;
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
            int run = CodeTable.run(entry);
            next += run;
            if (value != 0) {
                requireWithin(next, last);
                target.set(base, next, value << low);
                known |= 1L << next;
            } else if (run < ZEROS) {
                ended = blocks(word, run) - 1;
                word <<= run;
                break;
            }
            next++;
        }
        bits.requireBits(word);
        target.setKnown(x, y, known);
        return word;
    }

    /** How many blocks end where a code says so: a number of so many bits behind it, and the highest bit. */
    static int blocks(long word, int size) {
        return (int) ((1L << size) + (word >>> 1 >>> Long.SIZE - 1 - size));
    }

    static void requireWithin(int number, int last) throws DamagedException {
        if (number > last) {
            throw new DamagedException("a block with more coefficients than any can have");
        }
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
