package dev.understudy.codec.turbo;

import dev.understudy.codec.turbo.natives.NativeMemory;
import java.nio.ByteBuffer;

/** Memory of the heap in place of native memory. */
record HeapMemory(ByteBuffer buffer, Runnable closing) implements NativeMemory {

    @Override
    public long address() {
        return 0;
    }

    @Override
    public void put(long position, byte[] bytes, int count) {
        buffer.put((int) position, bytes, 0, count);
    }

    @Override
    public void putInt(long position, int value) {
        buffer.putInt((int) position, value);
    }

    @Override
    public void putAddress(long position, long address) {
        buffer.putLong((int) position, address);
    }

    @Override
    public int getInt(long position) {
        return buffer.getInt((int) position);
    }

    @Override
    public void get(long position, byte[] bytes, int offset, int count) {
        buffer.get((int) position, bytes, offset, count);
    }

    @Override
    public void close() {
        closing.run();
    }
}
