package dev.understudy.codec.avif.av1;

import dev.understudy.codec.io.DamagedException;

/** Reads the bits of a header, the highest of a byte first. */
final class HeaderBitReader {

    private final byte[] bytes;
    private final long end;
    private long position;

    HeaderBitReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = (long) from * Byte.SIZE;
        this.end = (long) to * Byte.SIZE;
    }

    /** The next bits, at most 31, as a number. */
    int bits(int count) throws DamagedException {
        if (count > end - position) {
            throw new DamagedException("its AV1 header is cut short");
        }
        int value = 0;
        for (int i = 0; i < count; i++, position++) {
            value = value << 1 | bytes[(int) (position >> 3)] >> 7 - (int) (position & 7) & 1;
        }
        return value;
    }

    boolean flag() throws DamagedException {
        return bits(1) == 1;
    }

    void skip(int count) throws DamagedException {
        for (int left = count; left > 0; left -= 31) {
            bits(Math.min(31, left));
        }
    }

    /** Skips a number that is as long as the zeros before it say. */
    void skipVariable() throws DamagedException {
        int zeros = 0;
        while (!flag()) {
            zeros++;
        }
        skip(Math.min(32, zeros));
    }
}
