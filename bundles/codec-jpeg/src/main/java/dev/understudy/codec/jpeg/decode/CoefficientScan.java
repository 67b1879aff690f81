package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.io.IOException;
import java.util.List;

/**
 * Reads the coefficients of a sequential scan and keeps them as they are.
 *
 * <p>Source: ITU-T T.81, annex F.2.2.
 */
final class CoefficientScan implements UnitWalk.UnitTask {

    private static final int ZEROS = 15;

    private final ScanComponent[] components;
    private final Coefficients[] coefficients;
    private final CodeTable[] first;
    private final CodeTable[] others;
    private final CodeReader bits;
    private long decoded;

    /**
     * A scan.
     *
     * @param all the coefficients of the components of the frame
     */
    CoefficientScan(FrameScan scan, List<Coefficients> all, CodeReader bits) throws DamagedException {
        this.bits = bits;
        int count = scan.components().size();
        components = scan.components().toArray(new ScanComponent[count]);
        coefficients = new Coefficients[count];
        first = new CodeTable[count];
        others = new CodeTable[count];
        for (int i = 0; i < count; i++) {
            coefficients[i] = all.get(components[i].index());
            first[i] = scan.tables().dcTable(components[i].dcTable());
            others[i] = scan.tables().acTable(components[i].acTable());
        }
    }

    @Override
    public void restart() {
        for (ScanComponent component : components) {
            component.restart();
        }
    }

    @Override
    public void decode(int row, int from, int to) throws IOException {
        for (int column = from; column < to; column++) {
            for (int i = 0; i < components.length; i++) {
                decodeUnit(i, column, row);
            }
            decoded++;
        }
    }

    private void decodeUnit(int index, int column, int row) throws IOException {
        int across = components[index].across();
        int down = components[index].down();
        for (int y = row * down; y < (row + 1) * down; y++) {
            for (int x = column * across; x < (column + 1) * across; x++) {
                decodeBlock(index, x, y);
            }
        }
    }

    private void decodeBlock(int index, int x, int y) throws IOException {
        Coefficients target = coefficients[index];
        int base = target.base(x, y);
        int value = components[index].predict(CodeTable.value(bits.code(first[index])));
        if (base >= 0) {
            target.setFirst(base, value);
        }
        long known = 0;
        int next = 1;
        while (next < ZigZag.COUNT) {
            int entry = bits.code(others[index]);
            int coefficient = CodeTable.value(entry);
            int run = CodeTable.run(entry);
            if (coefficient == 0 && run != ZEROS) {
                if (run != 0) {
                    throw new DamagedException("a code that does not exist");
                }
                break;
            }
            next += run;
            if (next >= ZigZag.COUNT) {
                throw new DamagedException("a block with more coefficients than any can have");
            }
            if (coefficient != 0) {
                target.set(base, next, coefficient);
                known |= 1L << next;
            }
            next++;
        }
        bits.requireBits();
        target.setKnown(x, y, known);
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
