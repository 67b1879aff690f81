package dev.understudy.codec.io;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file that is being written in memory. It is kept in blocks, so that nothing is copied before the end. */
public final class FileBuffer extends OutputStream {

    private static final int FIRST = 1 << 12;
    private static final int LARGEST = 1 << 18;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] block = new byte[FIRST];
    private int used;
    private int before;

    @Override
    public void write(int value) {
        if (used == block.length) {
            next();
        }
        block[used++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length) {
            if (used == block.length) {
                next();
            }
            int count = Math.min(length - done, block.length - used);
            System.arraycopy(bytes, offset + done, block, used, count);
            used += count;
            done += count;
        }
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    private void next() {
        before = Math.addExact(before, used);
        full.add(block);
        block = new byte[Math.min(LARGEST, block.length * 2)];
        used = 0;
    }

    /** Adds what another one holds, which is not to be written to afterwards. */
    public void append(FileBuffer other) {
        before = Math.addExact(length(), other.length());
        full.add(Arrays.copyOf(block, used));
        full.addAll(other.full);
        full.add(Arrays.copyOf(other.block, other.used));
        block = new byte[FIRST];
        used = 0;
    }

    /** How many bytes there are. */
    public int length() {
        return Math.addExact(before, used);
    }

    /** All bytes, in an array of their own. */
    public byte[] toByteArray() {
        byte[] bytes = new byte[length()];
        int at = 0;
        for (byte[] one : full) {
            System.arraycopy(one, 0, bytes, at, one.length);
            at += one.length;
        }
        System.arraycopy(block, 0, bytes, at, used);
        return bytes;
    }
}
