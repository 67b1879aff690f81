package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.io.FileBuffer;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Writes one scan: keeps its symbols until it is known how often each occurs, makes the best codes for them, and writes the
 * segments before the scan and the scan. An image of more symbols than {@link #MOST_KEPT} is written with the codes that were best up to there.
 */
final class ScanWriter {

    /** How many symbols are kept at most, each as an int. */
    static final int MOST_KEPT = 1 << 21;

    /** Adds up to a number of a table: the one for DC of luma has number 0. */
    static final int CHROMA = 1;

    static final int AC = 2;

    private static final int TABLES = 4;
    private static final int FIRST_KEPT = 1 << 12;
    /** What stands for bits without a symbol. */
    private static final int NO_SYMBOL = TABLES * HuffmanCode.SYMBOLS;

    private static final int SYMBOL_BITS = 11;
    private static final int COUNT_BITS = 5;
    private static final int MOST_DC_BITS = 11;
    private static final int MOST_AC_BITS = 10;

    private final Headers headers;
    private final Frame frame;
    private final Scan scan;
    private final BitWriter out;

    private int[] kept = new int[FIRST_KEPT];
    private int used;
    private final int[] counts = new int[NO_SYMBOL + 1];
    /** For each symbol its code, and in the lowest bits how long that is. */
    private final int[] codes = new int[NO_SYMBOL + 1];

    private boolean begun;

    /** A writer for one scan, which begins when enough is known. */
    ScanWriter(Headers headers, FileBuffer file, Frame frame, Scan scan) {
        this.headers = headers;
        this.frame = frame;
        this.scan = scan;
        this.out = new BitWriter(file);
    }

    /**
     * Adds a symbol.
     *
     * @param table the sum of {@link #AC} and {@link #CHROMA}, as far as they are true
     * @param extra how many bits follow the symbol, 0..15
     * @param bits those bits and no others
     */
    void symbol(int table, int symbol, int extra, int bits) {
        keep(table * HuffmanCode.SYMBOLS + symbol, extra, bits);
    }

    /** Adds bits without a symbol, 0..15. */
    void bits(int count, int bits) {
        keep(NO_SYMBOL, count, bits);
    }

    private void keep(int symbol, int extra, int bits) {
        if (used == kept.length) {
            makeRoom();
        }
        counts[symbol]++;
        kept[used++] = (bits << COUNT_BITS | extra) << SYMBOL_BITS | symbol;
    }

    private void makeRoom() {
        if (kept.length < MOST_KEPT) {
            kept = Arrays.copyOf(kept, 2 * kept.length);
            return;
        }
        if (!begun) {
            expectEverything();
            begin();
        }
        flush();
    }

    /** Symbols that have not occurred may do so yet. */
    private void expectEverything() {
        for (int table = 0; table < TABLES; table++) {
            int start = table * HuffmanCode.SYMBOLS;
            for (int symbol = 0; symbol < HuffmanCode.SYMBOLS; symbol++) {
                boolean possible = table < AC ? symbol <= MOST_DC_BITS : (symbol & 0xf) <= MOST_AC_BITS;
                counts[start + symbol] += possible && isUsed(table) ? 1 : 0;
            }
        }
    }

    private boolean isUsed(int table) {
        int start = table * HuffmanCode.SYMBOLS;
        return Arrays.stream(counts, start, start + HuffmanCode.SYMBOLS).anyMatch(count -> count > 0);
    }

    /** Ends the scan. */
    void end() {
        if (!begun) {
            begin();
        }
        flush();
        out.end();
    }

    private void begin() {
        begun = true;
        ByteArrayOutputStream tables = new ByteArrayOutputStream();
        for (int table = 0; table < TABLES; table++) {
            if (isUsed(table)) {
                int start = table * HuffmanCode.SYMBOLS;
                HuffmanCode code = new HuffmanCode(Arrays.copyOfRange(counts, start, start + HuffmanCode.SYMBOLS));
                for (int symbol = 0; symbol < HuffmanCode.SYMBOLS; symbol++) {
                    codes[start + symbol] = code.code(symbol) << COUNT_BITS | code.length(symbol);
                }
                tables.write(table / AC << 4 | table % AC);
                code.writeTo(tables);
            }
        }
        headers.writeScan(frame, scan, tables.toByteArray());
    }

    private void flush() {
        for (int i = 0; i < used; i++) {
            int entry = kept[i];
            int code = codes[entry & (1 << SYMBOL_BITS) - 1];
            int extra = entry >>> SYMBOL_BITS & (1 << COUNT_BITS) - 1;
            long bits = entry >>> SYMBOL_BITS + COUNT_BITS;
            int length = code & (1 << COUNT_BITS) - 1;
            out.write((long) (code >>> COUNT_BITS) << extra | bits, length + extra);
        }
        used = 0;
    }
}
