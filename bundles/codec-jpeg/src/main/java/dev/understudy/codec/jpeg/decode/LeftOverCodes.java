package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.io.IOException;
import java.util.List;

/**
 * Tells whether bytes behind the last code of a sequential scan are further codes, which damage before them has left over: then whole
 * units follow each other up to the last byte, which is filled up with ones. Of stray bytes hardly any are so.
 */
final class LeftOverCodes {

    private static final int ZEROS = 15;

    private final Input input;
    private final FrameScan scan;

    LeftOverCodes(Input input, FrameScan scan) {
        this.input = input;
        this.scan = scan;
    }

    /** Whether there are codes from the end of those that were needed up to the next marker; the stream stays where it is. */
    boolean follow(CodesEnd end) throws IOException {
        long before = input.getStreamPosition();
        try {
            input.seek(end.position());
            CodeReader bits = new CodeReader(input);
            bits.take(end.bits());
            passUnits(bits);
            return true;
        } catch (DamagedException e) {
            return false;
        } finally {
            input.seek(before);
        }
    }

    private void passUnits(CodeReader bits) throws IOException {
        List<ScanComponent> components = scan.components();
        CodeTable[] first = new CodeTable[components.size()];
        CodeTable[] others = new CodeTable[components.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = scan.tables().dcTable(components.get(i).dcTable());
            others[i] = scan.tables().acTable(components.get(i).acTable());
        }
        do {
            for (int i = 0; i < first.length; i++) {
                int blocks = components.get(i).across() * components.get(i).down();
                for (int block = 0; block < blocks; block++) {
                    bits.code(first[i]);
                    passOthers(bits, others[i]);
                }
            }
        } while (!bits.isAtFilling());
    }

    private static void passOthers(CodeReader bits, CodeTable codes) throws IOException {
        int next = 1;
        while (next < ZigZag.COUNT) {
            int entry = bits.code(codes);
            int run = CodeTable.run(entry);
            boolean zeros = CodeTable.value(entry) == 0;
            if (zeros && run != 0 && run != ZEROS) {
                throw new DamagedException("a code that does not exist");
            }
            next = zeros && run == 0 ? ZigZag.COUNT : next + run + 1;
        }
        if (next > ZigZag.COUNT) {
            throw new DamagedException("a block with more coefficients than any can have");
        }
        bits.requireBits();
    }
}
