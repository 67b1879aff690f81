package dev.understudy.codec.facsimile;

import dev.understudy.codec.io.DamagedException;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes facsimiles, and takes nothing for good that no encoder writes: each code has to exist, and each line to come to its
 * length. Source: ITU-T T.4 and T.6.
 */
public final class FacsimileDecoder {

    private static final int END_OF_LINE_ZEROS = 11;
    private static final int LONGEST_MODE = 7;
    private static final int END_BITS = 24;
    /** Two marks of an end of line. */
    private static final int END_OF_BLOCK = 0x001001;

    private final BitReader bits;
    private final FacsimileScheme scheme;
    private final int columns;
    private final byte[] rows;
    private final int rowBytes;
    private int decoded;
    private boolean marked;
    private ChangeLine line;
    private ChangeLine above;

    private FacsimileDecoder(ImageInputStream data, long count, FacsimileScheme scheme, int columns, int rows) {
        this.bits = new BitReader(data, count, scheme.lowestFirst());
        this.scheme = scheme;
        this.columns = columns;
        this.rowBytes = (columns + 7) / 8;
        this.rows = new byte[Math.multiplyExact(rowBytes, rows)];
        this.line = new ChangeLine(columns);
        this.above = new ChangeLine(columns);
    }

    /**
     * The rows of a facsimile, which are the next {@code count} bytes of a stream, each from a whole byte on; black bits are 1.
     *
     * @throws DamagedException when a code does not exist, a line is too short or too long, or one is missing
     */
    public static byte[] decode(ImageInputStream data, long count, FacsimileScheme scheme, int columns, int rows)
            throws IOException {
        FacsimileDecoder decoder = new FacsimileDecoder(data, count, scheme, columns, rows);
        decoder.readLines(rows);
        return decoder.rows;
    }

    /** The rows before the first that is damaged. */
    public static byte[] salvage(ImageInputStream data, long count, FacsimileScheme scheme, int columns, int rows)
            throws IOException {
        FacsimileDecoder decoder = new FacsimileDecoder(data, count, scheme, columns, rows);
        try {
            decoder.readLines(rows);
        } catch (DamagedException e) {
            return Arrays.copyOf(decoder.rows, decoder.decoded * decoder.rowBytes);
        }
        return decoder.rows;
    }

    private void readLines(int count) throws IOException {
        while (decoded < count) {
            readNextLine();
            line.paint(rows, decoded * rowBytes);
            decoded++;
        }
        while (scheme.group() == FacsimileScheme.Group.GROUP_4 && !isEnd(bits.peek(END_BITS))) {
            readNextLine(); // more than are wanted are lines, too, or else those before were no lines
        }
    }

    private static boolean isEnd(int bits) {
        return bits == END_OF_BLOCK || bits == 0;
    }

    private void readNextLine() throws IOException {
        ChangeLine next = above;
        above = line;
        line = next;
        line.clear();
        readLine();
    }

    private void readLine() throws IOException {
        switch (scheme.group()) {
            case BYTE_ALIGNED -> {
                bits.align(8);
                readRuns();
            }
            case WORD_ALIGNED -> {
                bits.align(16);
                readRuns();
            }
            case GROUP_3 -> {
                readMark();
                if (scheme.twoDimensional() && readBit() == 0) {
                    readModes();
                } else {
                    readRuns();
                }
            }
            case GROUP_4 -> readModes();
        }
    }

    /** Reads the mark before a line, with filling before it. Some encoders leave all of them out, or the first. */
    private void readMark() throws IOException {
        if (bits.peek(END_OF_LINE_ZEROS) != 0) {
            if (marked || scheme.twoDimensional()) {
                throw new DamagedException("a line is longer than the image is wide");
            }
            return;
        }
        while (readBit() == 0) {
            // zeros of the mark, and any number more to fill a byte or the time of a slow printer
        }
        marked = true;
    }

    private int readBit() throws IOException {
        int bit = bits.peek(1);
        bits.skip(1);
        return bit;
    }

    /** Reads a line in one dimension. */
    private void readRuns() throws IOException {
        boolean white = true;
        for (int at = 0; at < columns; white = !white) {
            at = line.add(at + readRun(white));
        }
    }

    private int readRun(boolean white) throws IOException {
        RunCodes codes = white ? RunCodes.WHITE : RunCodes.BLACK;
        int run = 0;
        int part = RunCodes.FIRST_PART;
        while (part >= RunCodes.FIRST_PART && run <= columns) {
            int next = bits.peek(RunCodes.LONGEST);
            int length = codes.length(next);
            if (length == 0) {
                throw new DamagedException("a line is too short, or has a code that does not exist");
            }
            bits.skip(length);
            part = codes.run(next);
            run += part;
        }
        return run;
    }

    /** Reads a line in two dimensions. */
    private void readModes() throws IOException {
        boolean white = true;
        int at = -1;
        while (at < columns) {
            int change = above.after(at, white);
            Mode mode = readMode();
            if (mode == Mode.PASS) {
                at = above.at(change + 1);
            } else if (mode == Mode.HORIZONTAL) {
                int middle = line.add(Math.max(at, 0) + readRun(white));
                at = line.add(middle + readRun(!white));
            } else {
                int next = above.at(change) + mode.shift();
                if (next < at || next < 0) {
                    throw new DamagedException("a line goes backward");
                }
                at = line.add(next);
                white = !white;
            }
        }
    }

    private Mode readMode() throws IOException {
        Mode mode = Mode.of(bits.peek(LONGEST_MODE));
        bits.skip(mode.length());
        return mode;
    }
}
