package dev.understudy.codec.font.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A table of a font.
 *
 * @param name its tag
 * @param checksum what the sum of its words is to be
 * @param bytes what stands in it
 */
record FontTable(String name, int checksum, ByteBuffer bytes) {

    /** Where the table {@code head} has the sum of the whole file, which does not count for its own. */
    private static final int ADJUSTMENT = 8;

    int length() {
        return bytes.limit();
    }

    int unsignedByte(int position) {
        return Byte.toUnsignedInt(bytes.get(position));
    }

    int unsignedShort(int position) {
        return Short.toUnsignedInt(bytes.getShort(position));
    }

    int signedShort(int position) {
        return bytes.getShort(position);
    }

    long unsignedInt(int position) {
        return Integer.toUnsignedLong(bytes.getInt(position));
    }

    /** The four letters at a position. */
    String tag(int position) {
        byte[] tag = new byte[4];
        bytes.get(position, tag);
        return new String(tag, StandardCharsets.ISO_8859_1);
    }

    /** What of the table is behind a position that has to be inside of it. */
    FontTable from(long start) {
        if (start > length()) {
            throw new IndexOutOfBoundsException(name + ": " + start);
        }
        return part(start, length() - start);
    }

    /** A part of the table that has to be inside of it. */
    FontTable part(long start, long length) {
        return new FontTable(name, 0, bytes.slice(Math.toIntExact(start), Math.toIntExact(length)));
    }

    /** Whether the table is as it was written. */
    boolean isIntact() {
        return sum(bytes) - (name.equals("head") ? bytes.getInt(ADJUSTMENT) : 0) == checksum;
    }

    /** The sum of four bytes at a time, as far as they go. */
    static int sum(ByteBuffer bytes) {
        int sum = 0;
        int whole = bytes.limit() & ~3;
        for (int i = 0; i < whole; i += 4) {
            sum += bytes.getInt(i);
        }
        for (int i = whole; i < bytes.limit(); i++) {
            sum += Byte.toUnsignedInt(bytes.get(i)) << 8 * (3 - (i - whole));
        }
        return sum;
    }
}
