package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes the blocks of a sequential scan, and transforms those that are wanted.
 *
 * <p>Source: ITU-T T.81, annex F.2.
 */
final class SequentialScan implements UnitWalk.Task {

    private static final int ZEROS = 15;

    private final Scan scan;
    private final BitReader bits;
    private final Doubts doubts;
    private final BlockCodes[] codes;
    private final int[] block = new int[Zigzag.COEFFICIENTS + 1];

    /** What the blocks of a component need. */
    private record BlockCodes(
            ScanComponent component,
            CodeTable dc,
            CodeTable ac,
            int[] steps,
            int[] places,
            InverseDct transform,
            ComponentSamples samples) {

        static BlockCodes of(ScanComponent component, DecodingTables tables, ComponentSamples samples)
                throws DamagedException {
            ComponentLayout layout = component.layout();
            return new BlockCodes(
                    component,
                    tables.dcTable(component.dcTable()),
                    tables.acTable(component.acTable()),
                    Arrays.copyOf(tables.steps(layout.component().steps()), Zigzag.COEFFICIENTS + ZEROS + 1),
                    Zigzag.places(layout.x().samples(), layout.y().samples()),
                    new InverseDct(layout.x().samples(), layout.y().samples()),
                    samples);
        }

        boolean wants(int x, int y) {
            return component.layout().x().contains(x) && component.layout().y().contains(y);
        }
    }

    SequentialScan(Scan scan, List<ComponentSamples> samples, BitReader bits, Doubts doubts) throws DamagedException {
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
        Arrays.fill(block, 0); // of damage
    }

    @Override
    public void decode(int column, int row) throws IOException {
        scan.forBlocks(column, row, this::decodeBlock);
    }

    private void decodeBlock(int index, int x, int y) throws IOException {
        BlockCodes code = codes[index];
        int dc = code.component.predict(CodeTable.value(bits.code(code.dc)));
        if (code.component.isExtreme(code.steps[0])) {
            doubts.addOddCodes();
        }
        if (code.wants(x, y)) {
            int used = readDetails(code);
            bits.requireBits();
            block[0] = dc * code.steps[0];
            code.transform.transform(block, used & Zigzag.UNUSED - 1, code.samples, x, y);
        } else {
            skipDetails(code.ac);
            bits.requireBits();
        }
    }

    private int readDetails(BlockCodes code) throws IOException {
        int used = 0;
        int next = 1;
        while (next < Zigzag.COEFFICIENTS) {
            int entry = bits.code(code.ac);
            int value = CodeTable.value(entry);
            int run = CodeTable.run(entry);
            if (value == 0) {
                if (run == 0) {
                    return used;
                }
                next = afterZeros(next, run);
            } else {
                next += run;
                int place = code.places[next];
                block[place] = value * code.steps[next];
                used |= place;
                next++;
            }
        }
        requireEnd(next);
        return used;
    }

    private void skipDetails(CodeTable table) throws IOException {
        int next = 1;
        while (next < Zigzag.COEFFICIENTS) {
            int entry = bits.code(table);
            int run = CodeTable.run(entry);
            if (CodeTable.value(entry) != 0) {
                next += run + 1;
            } else if (run == 0) {
                return;
            } else {
                next = afterZeros(next, run);
            }
        }
        requireEnd(next);
    }

    private static int afterZeros(int next, int run) throws DamagedException {
        if (run != ZEROS) {
            throw new DamagedException("a code that does not exist");
        }
        return next + ZEROS + 1;
    }

    private static void requireEnd(int next) throws DamagedException {
        if (next > Zigzag.COEFFICIENTS) {
            throw new DamagedException("a block with more coefficients than any can have");
        }
    }
}
