package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.io.FileBuffer;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Writes one scan: waits until it is known how often each symbol occurs, makes the best codes for them, and writes the segments
 * before the scan and the scan. Of an image with more symbols than are kept, the rest is written in the codes that are best up to
 * there.
 */
final class ScanWriter implements SymbolTarget {

    /** Adds up to the number of a table: the one for DC of luma has number 0. */
    static final int AC = 2;

    /** How many symbols are kept at most, each as an int. */
    static final int MOST_KEPT = 1 << 21;

    private static final int TABLES = 4;
    private static final int MOST_DC_BITS = 11;
    private static final int MOST_AC_BITS = 10;

    private final Headers headers;
    private final Frame frame;
    private final ScanPlan scan;
    private final ScanSymbols symbols;
    private final BitWriter out;
    private final int[] codes = new int[ScanSymbols.NONE + 1];
    private boolean begun;

    /**
     * A writer for one scan.
     *
     * @param symbols what the scan may use; nothing in it matters
     */
    ScanWriter(Headers headers, FileBuffer file, Frame frame, ScanPlan scan, ScanSymbols symbols) {
        this.headers = headers;
        this.frame = frame;
        this.scan = scan;
        this.symbols = symbols;
        this.out = new BitWriter(file);
        symbols.clear();
    }

    @Override
    public void symbol(int table, int symbol, int size, int bits) {
        requireRoom();
        symbols.symbol(table, symbol, size, bits);
    }

    @Override
    public void bits(int count, int bits) {
        requireRoom();
        symbols.bits(count, bits);
    }

    /** Adds the symbols of a part of the scan, of which none are left there. */
    void addAll(ScanSymbols part) {
        if (symbols.size() + part.size() <= MOST_KEPT) {
            symbols.addAll(part);
            return;
        }
        int end = part.size();
        for (int from = 0; from < end; ) {
            requireRoom();
            from = symbols.addSome(part, from, MOST_KEPT);
        }
        part.clear();
    }

    /** How many symbols there is room for until codes are chosen. */
    int room() {
        return MOST_KEPT - symbols.size();
    }

    private void requireRoom() {
        if (symbols.size() == MOST_KEPT) {
            begin(true);
            symbols.writeTo(out, codes);
        }
    }

    /** Ends the scan. */
    void end() {
        begin(false);
        symbols.writeTo(out, codes);
        out.end();
    }

    private void begin(boolean moreToCome) {
        if (begun) {
            return;
        }
        begun = true;
        ByteArrayOutputStream tables = new ByteArrayOutputStream();
        for (int table = 0; table < TABLES; table++) {
            int[] counts = symbols.counts(table);
            if (Arrays.stream(counts).anyMatch(count -> count > 0)) {
                if (moreToCome) {
                    expectAll(counts, table);
                }
                tables.write(table / AC << 4 | table % AC);
                write(table, new HuffmanCode(counts), tables);
            }
        }
        headers.writeScan(frame, scan, tables.toByteArray());
    }

    /** Symbols that have not occurred may do so yet. */
    private static void expectAll(int[] counts, int table) {
        for (int symbol = 0; symbol < counts.length; symbol++) {
            boolean possible = table < AC ? symbol <= MOST_DC_BITS : (symbol & 0xf) <= MOST_AC_BITS;
            counts[symbol] += possible ? 1 : 0;
        }
    }

    private void write(int table, HuffmanCode code, ByteArrayOutputStream tables) {
        for (int symbol = 0; symbol < HuffmanCode.SYMBOLS; symbol++) {
            codes[table * HuffmanCode.SYMBOLS + symbol] = ScanSymbols.code(code.code(symbol), code.length(symbol));
        }
        code.writeTo(tables);
    }
}
