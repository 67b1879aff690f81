package dev.understudy.codec.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Collects the entries of a directory of a TIFF or BigTIFF, which come in ascending order of their tags. */
final class DirectoryWriter {

    private static final int UNDEFINED = 7;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int LONG_8 = 16;
    private static final int DENOMINATOR = 1000;

    private final ByteOrder order;
    private final boolean big;
    private final List<Entry> entries = new ArrayList<>();

    /** Of a TIFF. */
    DirectoryWriter(ByteOrder order) {
        this(order, false);
    }

    /**
     * Of a TIFF or of a BigTIFF.
     *
     * @param big whether positions and counts have 64 bits
     */
    DirectoryWriter(ByteOrder order, boolean big) {
        this.order = order;
        this.big = big;
    }

    private record Entry(int tag, int type, int count, ByteBuffer value) {}

    void whole(int tag, int value) {
        entries.add(new Entry(tag, LONG, 1, allocate(4).putInt(0, value)));
    }

    /** Whole numbers of up to 32 bits. */
    void longs(int tag, long[] values) {
        ByteBuffer bytes = allocate(4 * values.length);
        for (long value : values) {
            bytes.putInt((int) value);
        }
        entries.add(new Entry(tag, LONG, values.length, bytes));
    }

    /** Positions in the file, or lengths of parts of it. */
    void positions(int tag, long[] values) {
        if (!big) {
            longs(tag, values);
            return;
        }
        ByteBuffer bytes = allocate(Long.BYTES * values.length);
        for (long value : values) {
            bytes.putLong(value);
        }
        entries.add(new Entry(tag, LONG_8, values.length, bytes));
    }

    /** Whole numbers of up to 16 bits. */
    void shorts(int tag, long[] values) {
        ByteBuffer bytes = allocate(2 * values.length);
        for (long value : values) {
            bytes.putShort((short) value);
        }
        entries.add(new Entry(tag, SHORT, values.length, bytes));
    }

    /** The same short {@code count} times. */
    void shorts(int tag, int value, int count) {
        ByteBuffer bytes = allocate(2 * count);
        for (int i = 0; i < count; i++) {
            bytes.putShort(2 * i, (short) value);
        }
        entries.add(new Entry(tag, SHORT, count, bytes));
    }

    /** Fractions of up to three decimals. */
    void fractions(int tag, double... values) {
        ByteBuffer bytes = allocate(8 * values.length);
        for (double value : values) {
            bytes.putInt((int) Math.round(value * DENOMINATOR)).putInt(DENOMINATOR);
        }
        entries.add(new Entry(tag, RATIONAL, values.length, bytes));
    }

    void bytes(int tag, byte[] value) {
        raw(tag, UNDEFINED, value.length, value);
    }

    /** Values as they are in another file of this order of bytes. */
    void raw(int tag, int type, int count, byte[] value) {
        entries.add(
                new Entry(tag, type, count, allocate(value.length).put(value).flip()));
    }

    private ByteBuffer allocate(int length) {
        return ByteBuffer.allocate(length).order(order);
    }

    /** Bytes of the directory and of what it points to. */
    int length() {
        return head() + entries.stream().mapToInt(this::lengthApart).sum();
    }

    private int head() {
        return big ? 8 + 20 * entries.size() + 8 : 2 + 12 * entries.size() + 4;
    }

    private boolean isApart(Entry entry) {
        return entry.value().limit() > (big ? 8 : 4);
    }

    private int lengthApart(Entry entry) {
        int length = entry.value().limit();
        return isApart(entry) ? length + (length & 1) : 0;
    }

    /** Writes it all where the file stands, the directory first; no other page follows. */
    void writeTo(ByteBuffer file) {
        writeTo(file, 0, 0);
    }

    /**
     * Writes it all where a part of the file stands; the directory first.
     *
     * @param start where in the file the part begins
     * @param next where in the file the directory of the next page is; 0 for none
     */
    void writeTo(ByteBuffer part, long start, long next) {
        int apart = part.position() + head();
        if (big) {
            part.putLong(entries.size());
        } else {
            part.putShort((short) entries.size());
        }
        for (Entry entry : entries) {
            part.putShort((short) entry.tag()).putShort((short) entry.type());
            putNumber(part, entry.count());
            if (isApart(entry)) {
                putNumber(part, start + apart);
                part.put(apart, entry.value().array());
                apart += lengthApart(entry);
            } else {
                int here = part.position();
                part.put(entry.value().rewind()).position(here + (big ? 8 : 4));
            }
        }
        putNumber(part, next);
    }

    private void putNumber(ByteBuffer file, long value) {
        if (big) {
            file.putLong(value);
        } else {
            file.putInt((int) value);
        }
    }
}
