package dev.understudy.codec.jpeg.decode;

import java.io.IOException;

/** Decodes the blocks of a component in a sequential scan, and has those that are wanted transformed. */
final class BlockDecoder {

    private final ScanComponent component;
    private final CodeReader bits;
    private final CodeTable codes;
    private final CoefficientReader others;
    private final BlockBatch batch;
    private final Doubts doubts;
    private final ComponentLayout.Side columns;
    private final ComponentLayout.Side rows;
    private final int across;
    private final int down;
    private final int step;

    /**
     * A decoder for a component.
     *
     * @param codes the codes of the first coefficients
     * @param others reads the others
     */
    BlockDecoder(
            ScanComponent component,
            CodeReader bits,
            CodeTable codes,
            CoefficientReader others,
            BlockBatch batch,
            Doubts doubts) {
        this.component = component;
        this.bits = bits;
        this.codes = codes;
        this.others = others;
        this.batch = batch;
        this.doubts = doubts;
        columns = component.layout().x();
        rows = component.layout().y();
        across = component.across();
        down = component.down();
        step = others.step(0);
    }

    /** Begins anew, as behind a restart marker. */
    void restart() {
        component.restart();
        batch.drop(); // what damage has left
    }

    /**
     * Decodes the blocks of a unit.
     *
     * @param start the reader's word
     * @return the word behind them
     */
    long decodeUnit(long start, int column, int row) throws IOException {
        long word = start;
        for (int y = row * down; y < (row + 1) * down; y++) {
            boolean wanted = rows.contains(y);
            for (int x = column * across; x < (column + 1) * across; x++) {
                word = decode(word, x, y, wanted && columns.contains(x));
            }
        }
        return word;
    }

    private long decode(long start, int x, int y, boolean wanted) throws IOException {
        long word = bits.enough(start);
        int entry = codes.find(word);
        word <<= CodeTable.length(entry);
        int extra = CodeTable.extra(entry);
        int difference = extra == 0 ? CodeTable.value(entry) : CodeTable.number(word, extra);
        word <<= extra;
        int first = component.predict(difference);
        if (component.isExtreme(step)) {
            doubts.addOddCodes();
        }
        if (!wanted) {
            word = others.skip(word);
            bits.requireBits(word);
            return word;
        }
        word = others.read(word);
        bits.requireBits(word);
        batch.add(first * step, others.isFlat(), x, y);
        return word;
    }

    /** Makes samples of the blocks that are left. */
    void flush() {
        batch.flush();
    }
}
