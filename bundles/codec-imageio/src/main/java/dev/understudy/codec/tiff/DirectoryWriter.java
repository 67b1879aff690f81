package dev.understudy.codec.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Collects the entries of a TIFF directory, which come in ascending order of their tags. */
final class DirectoryWriter {

    private static final int UNDEFINED = 7;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int ENTRY = 12;
    private static final int DENOMINATOR = 1000;

    private final ByteOrder order;
    private final List<Entry> entries = new ArrayList<>();

    DirectoryWriter(ByteOrder order) {
        this.order = order;
    }

    private record Entry(int tag, int type, int count, ByteBuffer value) {

        boolean apart() {
            return value.limit() > 4;
        }

        int lengthApart() {
            return apart() ? value.limit() + (value.limit() & 1) : 0;
        }
    }

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
        return head() + entries.stream().mapToInt(Entry::lengthApart).sum();
    }

    private int head() {
        return 2 + ENTRY * entries.size() + 4;
    }

    /** Writes it all where the file stands; the directory first. */
    void writeTo(ByteBuffer file) {
        int apart = file.position() + head();
        file.putShort((short) entries.size());
        for (Entry entry : entries) {
            file.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
            if (entry.apart()) {
                file.putInt(apart);
                file.put(apart, entry.value().array());
                apart += entry.lengthApart();
            } else {
                int start = file.position();
                file.put(entry.value().rewind()).position(start + 4);
            }
        }
        file.putInt(0); // no other page
    }
}
