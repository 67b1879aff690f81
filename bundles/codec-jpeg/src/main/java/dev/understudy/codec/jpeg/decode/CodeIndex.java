package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Where the codes of a scan are in a file: of each row of units, where it begins and what its bytes sum up to; of every so many units of a row, how
 * far behind that they begin, and what the first coefficients before them were. The bytes before the codes are summed up, too: what is
 * decoded by an index has been compared with what it was made of.
 */
final class CodeIndex {

    /** Changes with what is written. */
    private static final int MARK = 0x554a4931; // UJI1

    private static final int HEAD = 4 * Integer.BYTES + 2 * Long.BYTES + Integer.BYTES;
    private static final int ROW_HEAD = Long.BYTES + Integer.BYTES;

    private final ByteBuffer bytes;
    private final int rows;
    private final int step;
    private final int components;
    private final int points;

    private CodeIndex(ByteBuffer bytes, int across, int rows, int step, int components) {
        this.bytes = bytes;
        this.rows = rows;
        this.step = step;
        this.components = components;
        points = points(across, step);
    }

    /** An index to be filled. */
    static CodeIndex blank(FrameScan scan, int step) {
        int components = scan.components().size();
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length(scan, step)));
        bytes.putInt(MARK).putInt(scan.across()).putInt(scan.down()).putInt(step);
        return new CodeIndex(bytes, scan.across(), scan.down(), step, components);
    }

    /**
     * The index of a scan.
     *
     * @throws DamagedException when it is another one
     */
    static CodeIndex of(byte[] bytes, FrameScan scan) throws DamagedException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        boolean fits = bytes.length >= HEAD
                && buffer.getInt() == MARK
                && buffer.getInt() == scan.across()
                && buffer.getInt() == scan.down();
        int step = fits ? buffer.getInt() : 0;
        if (step < 1 || length(scan, step) != bytes.length) {
            throw new DamagedException("the index is of another image");
        }
        return new CodeIndex(
                buffer, scan.across(), scan.down(), step, scan.components().size());
    }

    /** How many bytes an index has. */
    static long length(FrameScan scan, int step) {
        return HEAD
                + (long) scan.down()
                        * rowLength(
                                points(scan.across(), step), scan.components().size());
    }

    private static int points(int across, int step) {
        return FrameLayout.divideUp(across, step);
    }

    private static int rowLength(int points, int components) {
        return ROW_HEAD + points * (Integer.BYTES + components * Short.BYTES);
    }

    private int row(int row) {
        return HEAD + row * rowLength(points, components);
    }

    private int point(int row, int point) {
        return row(row) + ROW_HEAD + point * (Integer.BYTES + components * Short.BYTES);
    }

    /** How many units there are from one point to the next. */
    int step() {
        return step;
    }

    byte[] bytes() {
        return bytes.array();
    }

    void setRow(int row, long start) {
        bytes.putLong(row(row), start);
    }

    void setPoint(int row, int point, int offset) {
        bytes.putInt(point(row, point), offset);
    }

    void setPrediction(int row, int point, int component, int value) {
        bytes.putShort(point(row, point) + Integer.BYTES + component * Short.BYTES, (short) value);
    }

    /** Ends an index: notes where the codes are in the file, and what the bytes sum up to. */
    void complete(Input input, long start, long end) throws IOException {
        bytes.putLong(4 * Integer.BYTES, start).putLong(4 * Integer.BYTES + Long.BYTES, end);
        bytes.putInt(HEAD - Integer.BYTES, checksum(input.bytes(0, start)));
        for (int row = 0; row < rows; row++) {
            UnitRange alone = new UnitRange(row, row + 1);
            bytes.putInt(row(row) + Long.BYTES, read(input, alone).checksum(row));
        }
    }

    /** Fails unless the codes begin at a position, and what is before them is what it was. */
    void requireHead(Input input, long start) throws IOException {
        if (start != bytes.getLong(4 * Integer.BYTES)
                || checksum(input.bytes(0, start)) != bytes.getInt(HEAD - Integer.BYTES)) {
            throw new DamagedException("the index is of another file");
        }
    }

    /**
     * The codes of rows, which are what they were.
     *
     * @param input of which nobody reads but by this method meanwhile
     */
    RowCodes codes(Input input, UnitRange rows) throws IOException {
        RowCodes codes = read(input, rows);
        for (int row = rows.first(); row < rows.end(); row++) {
            if (codes.checksum(row) != bytes.getInt(row(row) + Long.BYTES)) {
                throw new DamagedException("the index is of other codes");
            }
        }
        return codes;
    }

    /** How many bytes the codes of rows are in, of one row and those behind it before another. */
    long length(int from, int to) {
        return lastByte(to - 1) - firstByte(from);
    }

    int prediction(int row, int point, int component) {
        return bytes.getShort(point(row, point) + Integer.BYTES + component * Short.BYTES);
    }

    private RowCodes read(Input input, UnitRange rows) throws IOException {
        long start = firstByte(rows.first());
        long end = Math.min(input.length(), lastByte(rows.end() - 1));
        synchronized (this) {
            return new RowCodes(input.bytes(start, end - start), start);
        }
    }

    private long firstByte(int row) {
        return bytes.getLong(row(row)) / Byte.SIZE;
    }

    /** The one behind the last. With one more than codes are in: a byte 0xff is known by what follows it. */
    private long lastByte(int row) {
        long end = row + 1 < rows ? bytes.getLong(row(row + 1)) : bytes.getLong(4 * Integer.BYTES + Long.BYTES);
        return (end + Byte.SIZE - 1) / Byte.SIZE + 1;
    }

    private static int checksum(byte[] bytes) {
        return checksum(bytes, 0, bytes.length);
    }

    private static int checksum(byte[] bytes, int from, int to) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, to - from);
        return (int) checksum.getValue();
    }

    /** The bytes of the file that the codes of some rows are in. */
    final class RowCodes {

        private final byte[] codes;
        private final long start;

        private RowCodes(byte[] codes, long start) {
            this.codes = codes;
            this.start = start;
        }

        byte[] bytes() {
            return codes;
        }

        private int first(int row) throws DamagedException {
            long first = firstByte(row) - start;
            if (first < 0 || first > end(row)) {
                throw new DamagedException("the index has rows in no order");
            }
            return (int) first;
        }

        /** Where the bytes of a row end. */
        int end(int row) {
            return (int) Math.min(codes.length, lastByte(row) - start);
        }

        private int checksum(int row) throws DamagedException {
            return CodeIndex.checksum(codes, first(row), end(row));
        }

        /** Where the codes at a point of a row begin, in bits. */
        int bit(int row, int point) throws DamagedException {
            long within = bytes.getLong(row(row)) & Byte.SIZE - 1;
            long bit = (long) first(row) * Byte.SIZE + bytes.getInt(point(row, point)) + within;
            if (bit < 0 || bit > (long) end(row) * Byte.SIZE) {
                throw new DamagedException("the index has points outside of their rows");
            }
            return (int) bit;
        }
    }
}
