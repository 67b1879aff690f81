package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import java.io.IOException;
import java.util.List;

/**
 * Decodes a progressive scan of first coefficients, or of a further bit of them.
 *
 * <p>Source: ITU-T T.81, annex G.1.2.1.
 */
final class DcScan implements UnitWalk.UnitTask {

    private final ScanComponent[] components;
    private final Coefficients[] coefficients;
    private final CodeTable[] tables;
    private final CodeReader bits;
    private final int low;
    private final boolean refines;
    private long decoded;

    /**
     * A scan.
     *
     * @param all the coefficients of the components of the frame
     */
    DcScan(FrameScan scan, List<Coefficients> all, CodeReader bits) throws DamagedException {
        this.bits = bits;
        low = scan.header().bitsLeftOut();
        refines = scan.header().refines();
        int count = scan.components().size();
        components = scan.components().toArray(new ScanComponent[count]);
        coefficients = new Coefficients[count];
        tables = new CodeTable[refines ? 0 : count];
        for (int i = 0; i < count; i++) {
            coefficients[i] = all.get(components[i].index());
            if (!refines) {
                tables[i] = scan.tables().dcTable(components[i].dcTable());
            }
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
        long word = bits.word;
        for (int column = from; column < to; column++) {
            for (int i = 0; i < components.length; i++) {
                word = decodeUnit(word, i, column, row);
            }
            decoded++;
        }
        bits.word = word;
    }

    private long decodeUnit(long start, int index, int column, int row) throws IOException {
        int across = components[index].across();
        int down = components[index].down();
        long word = start;
        for (int y = row * down; y < (row + 1) * down; y++) {
            for (int x = column * across; x < (column + 1) * across; x++) {
                word = bits.enough(word);
                word = refines ? refine(word, index, x, y) : read(word, index, x, y);
            }
        }
        return word;
    }

    private long read(long start, int index, int x, int y) throws DamagedException {
        int entry = tables[index].find(start);
        long word = start << CodeTable.length(entry);
        int extra = CodeTable.extra(entry);
        int difference = extra == 0 ? CodeTable.value(entry) : CodeTable.number(word, extra);
        word <<= extra;
        int value = components[index].predict(difference);
        bits.requireBits(word);
        int base = coefficients[index].base(x, y);
        if (base >= 0) {
            coefficients[index].setFirst(base, value << low);
        }
        return word;
    }

    private long refine(long start, int index, int x, int y) throws DamagedException {
        long word = start << 1;
        bits.requireBits(word);
        int base = coefficients[index].base(x, y);
        if (base >= 0 && start < 0) {
            coefficients[index].refineFirst(base, 1 << low);
        }
        return word;
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
