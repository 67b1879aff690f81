package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes the blocks of a sequential scan, and transforms those that are wanted.
 *
 * <p>Source: ITU-T T.81, annex F.2.
 */
final class SequentialScan implements UnitWalk.UnitTask {

    private static final int ZEROS = 15;

    private final FrameScan scan;
    private final CodeReader bits;
    private final Doubts doubts;
    private final BlockCodes[] codes;

    /** What the blocks of a component need. */
    private record BlockCodes(
            ScanComponent component, CodeTable dc, CodeTable ac, int[] steps, int[] places, BlockBatch batch) {

        static BlockCodes of(ScanComponent component, DecodingTables tables, ComponentSamples samples)
                throws DamagedException {
            ComponentLayout layout = component.layout();
            return new BlockCodes(
                    component,
                    tables.dcTable(component.dcTable()),
                    tables.acTable(component.acTable()),
                    Arrays.copyOf(tables.steps(layout.component().steps()), ZigZag.COUNT + ZEROS + 1),
                    UsedPlaces.of(layout.x().samples(), layout.y().samples()),
                    new BlockBatch(samples));
        }

        /** Whether other coefficients than the first change a sample. */
        boolean usesDetails() {
            return component.layout().x().samples() > 1
                    || component.layout().y().samples() > 1;
        }

        boolean wants(int x, int y) {
            return component.layout().x().contains(x) && component.layout().y().contains(y);
        }
    }

    SequentialScan(FrameScan scan, List<ComponentSamples> samples, CodeReader bits, Doubts doubts)
            throws DamagedException {
        this.scan = scan;
        this.bits = bits;
        this.doubts = doubts;
        codes = new BlockCodes[scan.components().size()];
        for (int i = 0; i < codes.length; i++) {
            ScanComponent component = scan.components().get(i);
            codes[i] = BlockCodes.of(component, scan.tables(), samples.get(component.index()));
        }
    }

    @Override
    public void restart() {
        scan.components().forEach(ScanComponent::restart);
        for (BlockCodes code : codes) {
            code.batch.drop(); // what damage has left
        }
    }

    @Override
    public void decode(int column, int row) throws IOException {
        scan.forBlocks(column, row, this::decodeBlock);
    }

    @Override
    public void finish() {
        for (BlockCodes code : codes) {
            code.batch.flush();
        }
    }

    private void decodeBlock(int index, int x, int y) throws IOException {
        BlockCodes code = codes[index];
        int dc = code.component.predict(CodeTable.value(bits.code(code.dc)));
        if (code.component.isExtreme(code.steps[0])) {
            doubts.addOddCodes();
        }
        if (code.wants(x, y)) {
            boolean flat = code.usesDetails() ? readDetails(code) : skipDetails(code.ac);
            bits.requireBits();
            code.batch.add(dc * code.steps[0], flat, x, y);
        } else {
            skipDetails(code.ac);
            bits.requireBits();
        }
    }

    /** Reads the other coefficients; whether there are none that are used. The reader's word is kept in local variables, which is much faster. */
    private boolean readDetails(BlockCodes code) throws IOException {
        long word = bits.bits;
        int count = bits.count;
        int used = 0;
        int next = 1;
        while (next < ZigZag.COUNT) {
            if (count < CodeReader.ENOUGH) {
                bits.bits = word;
                bits.count = count;
                bits.fill();
                word = bits.bits;
                count = bits.count;
            }
            int entry = code.ac.find(word);
            int length = CodeTable.length(entry);
            int extra = CodeTable.extra(entry);
            word <<= length;
            int value = CodeTable.value(entry);
            if (extra != 0) {
                value = CodeTable.number(word, extra);
                word <<= extra;
            }
            count -= length + extra;
            next += CodeTable.run(entry);
            if (value != 0) {
                int place = code.places[next];
                code.batch.set(place, value * code.steps[next]);
                used |= place;
            } else if (isEnd(entry)) {
                next = ZigZag.COUNT - 1;
            }
            next++;
        }
        bits.bits = word;
        bits.count = count;
        requireEnd(next);
        return (used & UsedPlaces.UNUSED - 1) == 0;
    }

    /** Passes over the other coefficients; always true, since none is used. */
    private boolean skipDetails(CodeTable table) throws IOException {
        long word = bits.bits;
        int count = bits.count;
        int next = 1;
        while (next < ZigZag.COUNT) {
            if (count < CodeReader.ENOUGH) {
                bits.bits = word;
                bits.count = count;
                bits.fill();
                word = bits.bits;
                count = bits.count;
            }
            int entry = table.find(word);
            int length = CodeTable.length(entry) + CodeTable.extra(entry);
            word <<= length;
            count -= length;
            next += CodeTable.run(entry) + 1;
            if (CodeTable.isZeros(entry) && isEnd(entry)) {
                next = ZigZag.COUNT;
            }
        }
        bits.bits = word;
        bits.count = count;
        requireEnd(next);
        return true;
    }

    /** Whether a code without a coefficient ends a block; else it stands for sixteen zeros. */
    private static boolean isEnd(int entry) throws DamagedException {
        int run = CodeTable.run(entry);
        if (run != 0 && run != ZEROS) {
            throw new DamagedException("a code that does not exist");
        }
        return run == 0;
    }

    private static void requireEnd(int next) throws DamagedException {
        if (next > ZigZag.COUNT) {
            throw new DamagedException("a block with more coefficients than any can have");
        }
    }
}
