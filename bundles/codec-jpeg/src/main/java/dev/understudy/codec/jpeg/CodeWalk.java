package dev.understudy.codec.jpeg;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.syntax.FrameHeader;
import dev.understudy.codec.jpeg.syntax.MarkerReader;
import dev.understudy.codec.jpeg.syntax.Markers;
import dev.understudy.codec.jpeg.syntax.ScanHeader;
import java.io.IOException;

/**
 * Walks through the codes of a sequential JPEG to the last block of each interval, more strictly than the decoder does. It
 * tells stray bytes from codes that are left over since damaged ones before them were read wrongly.
 *
 * <p>Source: ITU-T T.81, annexes B and F.
 */
final class CodeWalk {

    private static final int TABLES = 4;
    private static final int COEFFICIENTS = 64;
    private static final int ZEROS = 0xf0;
    private static final int MAX_DC_BITS = 11;
    private static final int MAX_AC_BITS = 10;
    /** What a block of one color has is 1024; some programs change the brightness of coefficients. */
    private static final int MAX_DC = 1280;

    private final Input input;
    private final FrameHeader frame;
    private final MarkerReader markers;
    private final HuffmanTable[] dcTables = new HuffmanTable[TABLES];
    private final HuffmanTable[] acTables = new HuffmanTable[TABLES];
    private final int[] dcSteps = new int[TABLES];
    private int interval;

    private CodeWalk(Input input, FrameHeader frame) {
        this.input = input;
        this.frame = frame;
        markers = new MarkerReader(input);
    }

    /** Fails unless all blocks of all scans are sound; {@code input} is a file as {@link ScanParser} puts it together. */
    static void requireAllBlocks(Input input, FrameHeader frame) throws IOException {
        input.seek(2);
        CodeWalk walk = new CodeWalk(input, frame);
        int marker = walk.markers.next();
        while (marker != Markers.EOI) {
            marker = walk.walkSegment(marker);
        }
    }

    private int walkSegment(int marker) throws IOException {
        int size = markers.segmentSize();
        byte[] segment = input.bytes(input.getStreamPosition(), size);
        switch (marker) {
            case Markers.DHT -> readTables(segment);
            case Markers.DQT -> readSteps(segment);
            case Markers.DRI -> interval = size < 2 ? 0 : word(segment, 0);
            case Markers.SOS -> {
                return walkScan(ScanHeader.parse(segment));
            }
            default -> {}
        }
        return markers.next();
    }

    private void readTables(byte[] segment) throws DamagedException {
        int at = 0;
        while (at < segment.length) {
            HuffmanTable table = new HuffmanTable(segment, at + 1);
            ((segment[at] & 0x10) == 0 ? dcTables : acTables)[segment[at] & (TABLES - 1)] = table;
            at += 1 + table.size();
        }
    }

    private void readSteps(byte[] segment) throws DamagedException {
        int at = 0;
        while (at < segment.length) {
            boolean words = (segment[at] & 0xf0) != 0;
            int size = 1 + COEFFICIENTS * (words ? 2 : 1);
            if (at + size > segment.length) {
                throw new DamagedException("a table of its steps is cut short");
            }
            dcSteps[segment[at] & (TABLES - 1)] = words ? word(segment, at + 1) : segment[at + 1] & 0xff;
            at += size;
        }
    }

    private int walkScan(ScanHeader scan) throws IOException {
        ScanUnits units = ScanUnits.of(scan, frame);
        CodeBits bits = new CodeBits(input);
        long left = units.count();
        while (true) {
            long count = interval == 0 ? left : Math.min(interval, left);
            int[] predictions = new int[units.blocks().size()];
            for (long i = 0; i < count; i++) {
                walkUnit(units, bits, predictions);
            }
            bits.endByte();
            left -= count;
            int marker = bits.skipToMarker();
            if (left == 0) {
                return marker;
            }
            if (!Markers.isRestart(marker)) {
                throw new DamagedException("its samples end too early");
            }
        }
    }

    private void walkUnit(ScanUnits units, CodeBits bits, int[] predictions) throws IOException {
        for (int i = 0; i < predictions.length; i++) {
            ScanUnits.Blocks blocks = units.blocks().get(i);
            for (int block = 0; block < blocks.count(); block++) {
                predictions[i] += bits.signed(category(table(dcTables, blocks.tables() >> 4), bits, MAX_DC_BITS));
                if (Math.abs(predictions[i] * dcSteps[blocks.steps() & (TABLES - 1)]) > MAX_DC) {
                    throw new DamagedException("a block that is brighter or darker than any can be");
                }
                walkDetails(table(acTables, blocks.tables() & 0xf), bits);
            }
        }
    }

    private static void walkDetails(HuffmanTable table, CodeBits bits) throws IOException {
        int next = 1;
        while (next < COEFFICIENTS) {
            int symbol = table.read(bits);
            if (symbol == 0) {
                return;
            }
            next += (symbol >> 4) + 1;
            boolean zeros = symbol == ZEROS;
            if (next > COEFFICIENTS || (symbol & 0xf) > MAX_AC_BITS || ((symbol & 0xf) == 0 && !zeros)) {
                throw new DamagedException("a block with more coefficients than any can have");
            }
            bits.signed(symbol & 0xf);
        }
    }

    private static int category(HuffmanTable table, CodeBits bits, int most) throws IOException {
        int category = table.read(bits);
        if (category > most) {
            throw new DamagedException("a code that does not exist");
        }
        return category;
    }

    private static HuffmanTable table(HuffmanTable[] tables, int number) throws DamagedException {
        HuffmanTable table = number < TABLES ? tables[number] : null;
        if (table == null) {
            throw new DamagedException("it has no table of its codes");
        }
        return table;
    }

    private static int word(byte[] bytes, int offset) {
        return (bytes[offset] & 0xff) << 8 | (bytes[offset + 1] & 0xff);
    }
}
