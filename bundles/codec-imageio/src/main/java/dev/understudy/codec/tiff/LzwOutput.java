package dev.understudy.codec.tiff;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Compresses by LZW as TIFF has it: codes of 9 to 12 bits, the highest bit first; lengths grow one code
 * earlier than readers would need it.
 *
 * <p>Source: TIFF 6.0, section 13.
 */
final class LzwOutput extends OutputStream {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST_FREE = 258;
    private static final int MIN_BITS = 9;
    /** The last code that the table gets, one before the last that has 12 bits, as libtiff does it. */
    private static final int FULL = 4093;

    private static final int NONE = -1;
    /** A prime larger than the number of strings, for the table in which they are looked up. */
    private static final int SLOTS = 9973;

    private final OutputStream out;
    /** The string and byte that make a longer string, and the code of that. */
    private final int[] keys = new int[SLOTS];

    private final short[] codes = new short[SLOTS];
    private int free;
    private int bits;
    private int string = NONE;
    private int pending;
    private int pendingBits;

    /** A compressor that does not close what it writes to. */
    LzwOutput(OutputStream out) throws IOException {
        this.out = out;
        clear(MIN_BITS);
    }

    @Override
    public void write(int value) throws IOException {
        int next = value & 0xff;
        if (string == NONE) {
            string = next;
            return;
        }
        int key = string << 8 | next;
        int slot = slot(key);
        if (keys[slot] == key) {
            string = codes[slot];
            return;
        }
        put(string);
        keys[slot] = key;
        codes[slot] = (short) free;
        string = next;
        grow();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    @Override
    public void close() throws IOException {
        if (string != NONE) {
            put(string);
            grow();
        }
        put(END);
        if (pendingBits > 0) {
            out.write(pending << Byte.SIZE - pendingBits);
        }
    }

    private void grow() throws IOException {
        free++;
        if (free > FULL) {
            clear(bits);
        } else if (free == 1 << bits) {
            bits++;
        }
    }

    private void clear(int bitsOfCode) throws IOException {
        bits = bitsOfCode;
        put(CLEAR);
        Arrays.fill(keys, NONE);
        free = FIRST_FREE;
        bits = MIN_BITS;
    }

    /** Where a string and byte are, or else are to be put; there are always empty slots. */
    private int slot(int key) {
        int slot = key % SLOTS;
        int step = 1 + key % (SLOTS - 2);
        while (keys[slot] != NONE && keys[slot] != key) {
            slot = (slot + step) % SLOTS;
        }
        return slot;
    }

    private void put(int code) throws IOException {
        pending = pending << bits | code;
        pendingBits += bits;
        while (pendingBits >= Byte.SIZE) {
            pendingBits -= Byte.SIZE;
            out.write(pending >> pendingBits);
            pending &= (1 << pendingBits) - 1;
        }
    }
}
