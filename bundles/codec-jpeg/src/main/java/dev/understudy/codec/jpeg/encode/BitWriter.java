package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.io.FileBuffer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Writes bits into the entropy-coded data of a scan, where a byte of all ones is followed by a zero. */
final class BitWriter {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    /** What eight bytes can become. */
    private static final int MOST = 16;

    private final FileBuffer out;
    private final byte[] buffer = new byte[1 << 13];
    private int used;

    private long bits;
    private int free = Long.SIZE;

    BitWriter(FileBuffer out) {
        this.out = out;
    }

    /** Writes the lowest {@code count} bits of a value that has no others, 32 at most. */
    void write(long value, int count) {
        free -= count;
        if (free >= 0) {
            bits = bits << count | value;
        } else {
            bits = bits << (count + free) | value >>> -free;
            emit();
            bits = value;
            free += Long.SIZE;
        }
    }

    /** Fills the last byte with ones and hands over all that has been written. */
    void end() {
        while (free % Byte.SIZE != 0) {
            write(1, 1);
        }
        for (int shift = Long.SIZE - free - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            emit((byte) (bits >>> shift));
        }
        out.write(buffer, 0, used);
        used = 0;
        bits = 0;
        free = Long.SIZE;
    }

    private void emit() {
        if (used > buffer.length - MOST) {
            out.write(buffer, 0, used);
            used = 0;
        }
        boolean plain = (~bits - ONES & bits & HIGH_BITS) == 0;
        if (plain) {
            LONG.set(buffer, used, bits);
            used += Long.BYTES;
        } else {
            for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                emit((byte) (bits >>> shift));
            }
        }
    }

    private void emit(byte value) {
        buffer[used++] = value;
        if (value == -1) {
            buffer[used++] = 0;
        }
    }
}
