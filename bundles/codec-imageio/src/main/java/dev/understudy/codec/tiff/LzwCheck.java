package dev.understudy.codec.tiff;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;

/**
 * Counts the bytes that LZW codes of a strip or tile stand for, without making them. The library stops as soon as it has enough; codes
 * that are left over then, or run over, are those that damage has brought out of step.
 *
 * <p>Source: TIFF 6.0, section 13.
 */
final class LzwCheck {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST_FREE = 258;
    private static final int MIN_BITS = 9;
    private static final int MAX_BITS = 12;
    private static final int TABLE = 1 << MAX_BITS;
    /** What may follow the last code where the end is not marked. */
    private static final int FILLING = 4;

    private final Input input;
    private final boolean lowestFirst;
    private final byte[] buffer = new byte[1 << 13];
    private final int[] lengths = new int[TABLE];
    private int position;
    private int limit;
    /** Bytes that have not been put into the buffer. */
    private long left;

    /** Whether the codes have come to their end. */
    private boolean ended;

    private int pending;
    private int pendingBits;

    /**
     * A check for all strips or tiles of a file.
     *
     * @param lowestFirst whether the bits of each byte are in reverse order
     */
    LzwCheck(Input input, boolean lowestFirst) {
        this.input = input;
        this.lowestFirst = lowestFirst;
        for (int i = 0; i < CLEAR; i++) {
            lengths[i] = 1;
        }
    }

    /**
     * Checks a strip or tile.
     *
     * @param rows how many rows of it are in the image
     * @return how many bytes it has
     */
    long check(long offset, long count, ChunkSize size, int rows) throws IOException {
        input.seek(offset);
        position = 0;
        limit = 0;
        left = count;
        pendingBits = 0;
        if (isOldForm()) {
            return size.bytes(rows);
        }
        long most = size.bytes(size.height());
        long total = total(most);
        if (total < size.bytes(rows)) {
            throw new DamagedException("its codes end too early");
        }
        if (total > most || ended && total % size.rowBytes() != 0) {
            throw new DamagedException("its codes end within a row");
        }
        return total;
    }

    /** Whether codes begin with their lowest bits, as in files of a program before the standard; they are not checked. */
    private boolean isOldForm() throws IOException {
        return fill() && limit > 1 && buffer[0] == 0 && (buffer[1] & 1) == 1;
    }

    /** Bytes up to the end of the codes, or up to the first code that is too much. */
    private long total(long most) throws IOException {
        long total = 0;
        int bits = MIN_BITS;
        int next = FIRST_FREE;
        int previous = 0;
        ended = false;
        for (int code = read(bits); code >= 0; code = read(bits)) {
            if (code == END) {
                ended = true;
                return total;
            }
            if (code == CLEAR) {
                bits = MIN_BITS;
                next = FIRST_FREE;
                previous = 0;
                continue;
            }
            if (total == most && position + FILLING >= limit && left == 0) {
                return total;
            }
            if (previous > 0 && next < TABLE) {
                lengths[next++] = previous + 1;
                bits = next == (1 << bits) - 1 && bits < MAX_BITS ? bits + 1 : bits;
            }
            if (code >= next) {
                throw new DamagedException("a code that does not exist");
            }
            previous = lengths[code];
            total += previous;
            if (total > most) {
                return total;
            }
        }
        return total;
    }

    /** The next code; less than 0 when there is none. */
    private int read(int bits) throws IOException {
        while (pendingBits < bits) {
            if (position == limit && !fill()) {
                return -1;
            }
            int value = buffer[position++] & 0xff;
            pending = pending << Byte.SIZE | (lowestFirst ? Integer.reverse(value) >>> 24 : value);
            pendingBits += Byte.SIZE;
        }
        pendingBits -= bits;
        return pending >>> pendingBits & (1 << bits) - 1;
    }

    private boolean fill() throws IOException {
        int read = left <= 0 ? -1 : input.read(buffer, 0, (int) Math.min(buffer.length, left));
        position = 0;
        limit = Math.max(0, read);
        left -= limit;
        return limit > 0;
    }
}
