package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the blocks of a progressive scan.
 *
 * <p>Source: ITU-T T.81, annex G.1.
 */
final class ProgressiveScan implements UnitWalk.UnitTask {

    private static final int ZEROS = 15;

    private final FrameScan scan;
    private final List<Coefficients> coefficients;
    private final CodeReader bits;
    private final FrameScan.BlockTask task;
    private final CodeTable[] dcTables;
    private final @Nullable CodeTable acTable;
    private final int low;
    /** The blocks, from the next one on, that have no further codes. */
    private int ended;

    /**
     * A scan.
     *
     * @param coefficients those of all components of the frame
     */
    ProgressiveScan(FrameScan scan, List<Coefficients> coefficients, CodeReader bits) throws DamagedException {
        this.scan = scan;
        this.coefficients = scan.components().stream()
                .map(component -> coefficients.get(component.index()))
                .toList();
        this.bits = bits;
        low = scan.header().bitsLeftOut();
        boolean first = scan.header().from() == 0;
        boolean refines = scan.header().refines();
        dcTables = new CodeTable[first && !refines ? scan.components().size() : 0];
        for (int i = 0; i < dcTables.length; i++) {
            dcTables[i] = scan.tables().dcTable(scan.components().get(i).dcTable());
        }
        acTable = first ? null : scan.tables().acTable(scan.components().get(0).acTable());
        task = first ? refines ? this::refineFirst : this::readFirst : refines ? this::refineOthers : this::readOthers;
    }

    @Override
    public void restart() {
        scan.components().forEach(ScanComponent::restart);
        ended = 0;
    }

    @Override
    public void decode(int column, int row) throws IOException {
        scan.forBlocks(column, row, task);
    }

    @Override
    public void finish() {
        // coefficients are all that there is
    }

    private void readFirst(int index, int x, int y) throws IOException {
        int value = scan.components().get(index).predict(CodeTable.value(bits.code(dcTables[index])));
        bits.requireBits();
        int base = coefficients.get(index).base(x, y);
        if (base >= 0) {
            coefficients.get(index).setFirst(base, value << low);
        }
    }

    private void refineFirst(int index, int x, int y) throws IOException {
        int bit = bits.take(1);
        bits.requireBits();
        int base = coefficients.get(index).base(x, y);
        if (base >= 0) {
            coefficients.get(index).refineFirst(base, bit << low);
        }
    }

    private void readOthers(int index, int x, int y) throws IOException {
        if (ended > 0) {
            ended--;
            return;
        }
        Coefficients target = coefficients.get(0);
        int base = target.base(x, y);
        long known = target.known(x, y);
        int next = scan.header().from();
        int last = scan.header().to();
        while (next <= last) {
            int entry = bits.code(table());
            int value = CodeTable.value(entry);
            int run = CodeTable.run(entry);
            next += run;
            if (value != 0) {
                requireWithin(next);
                target.set(base, next, value << low);
                known |= 1L << next;
            } else if (run < ZEROS) {
                ended = blocks(run) - 1;
                break;
            }
            next++;
        }
        bits.requireBits();
        target.setKnown(x, y, known);
    }

    private void refineOthers(int index, int x, int y) throws IOException {
        Coefficients target = coefficients.get(0);
        int base = target.base(x, y);
        long known = target.known(x, y);
        int next = scan.header().from();
        int last = scan.header().to();
        while (ended == 0 && next <= last) {
            int entry = bits.code(table());
            int value = CodeTable.value(entry);
            int run = CodeTable.run(entry);
            if (value == 0 && run < ZEROS) {
                ended = blocks(run);
                break;
            }
            int place = placeAfterZeros(known, next, run, last);
            refine(target, base, known & range(next, Math.min(place, last + 1) - 1));
            if (value != 0) {
                requireWithin(place);
                if (Math.abs(value) != 1) {
                    throw new DamagedException("a code that does not exist");
                }
                target.set(base, place, value * (1 << low));
                known |= 1L << place;
            }
            next = place + 1;
        }
        if (ended > 0) {
            ended--;
            if (next <= last) {
                refine(target, base, known & range(next, last));
            }
        }
        bits.requireBits();
        target.setKnown(x, y, known);
    }

    /** The number of the coefficient that comes behind so many that are 0, those that are not passed over. */
    private static int placeAfterZeros(long known, int start, int zeros, int last) {
        int left = zeros;
        int place = start;
        while (place <= last && (left > 0 || (known >> place & 1) != 0)) {
            left -= (known >> place & 1) == 0 ? 1 : 0;
            place++;
        }
        return place;
    }

    /** Refines all of some coefficients, by their numbers as bits. */
    private void refine(Coefficients target, int base, long numbers) throws IOException {
        for (long left = numbers; left != 0; left &= left - 1) {
            if (bits.take(1) != 0) {
                target.refine(base, Long.numberOfTrailingZeros(left), 1 << low);
            }
        }
    }

    /** Bits from one number to another, both included. */
    private static long range(int from, int to) {
        return to < from ? 0 : -1L >>> ZigZag.COUNT - 1 - to & -1L << from;
    }

    private int blocks(int size) throws IOException {
        return (1 << size) + bits.take(size);
    }

    private void requireWithin(int number) throws DamagedException {
        if (number > scan.header().to()) {
            throw new DamagedException("a block with more coefficients than any can have");
        }
    }

    private CodeTable table() throws DamagedException {
        if (acTable == null) {
            throw new DamagedException("it lacks a table that it uses");
        }
        return acTable;
    }
}
