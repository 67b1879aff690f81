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
            emit(bits << count + free | value >>> -free);
            bits = value;
            free += Long.SIZE;
        }
    }

    /**
     * Writes symbols with the bits that follow them.
     *
     * @param entries the symbols, as {@link ScanSymbols} packs them
     * @param count how many of these are written
     * @param codes of each symbol, as {@link ScanSymbols#code} packs it
     */
    void write(int[] entries, int count, int[] codes) {
        // in local variables, which is faster than a call for each
        long word = bits;
        int left = free;
        for (int i = 0; i < count; i++) {
            int entry = entries[i];
            int code = codes[ScanSymbols.symbolOf(entry)];
            long value = ScanSymbols.codeWithBits(entry, code);
            int length = ScanSymbols.lengthWithBits(entry, code);
            left -= length;
            if (left >= 0) {
                word = word << length | value;
            } else {
                emit(word << length + left | value >>> -left);
                word = value;
                left += Long.SIZE;
            }
        }
        bits = word;
        free = left;
    }

    /** Fills the last byte with ones and hands over all that has been written. */
    void end() {
        while (free % Byte.SIZE != 0) {
            write(1, 1);
        }
        for (int shift = Long.SIZE - free - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            emitByte((byte) (bits >>> shift));
        }
        out.write(buffer, 0, used);
        used = 0;
        bits = 0;
        free = Long.SIZE;
    }

    private void emit(long word) {
        if (used > buffer.length - MOST) {
            out.write(buffer, 0, used);
            used = 0;
        }
        boolean plain = (~word - ONES & word & HIGH_BITS) == 0;
        if (plain) {
            LONG.set(buffer, used, word);
            used += Long.BYTES;
        } else {
            for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                emitByte((byte) (word >>> shift));
            }
        }
    }

    private void emitByte(byte value) {
        buffer[used++] = value;
        if (value == -1) {
            buffer[used++] = 0;
        }
    }
}
