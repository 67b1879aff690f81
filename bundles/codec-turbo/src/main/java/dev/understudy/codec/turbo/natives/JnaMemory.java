package dev.understudy.codec.turbo.natives;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** Memory that JNA allocates. */
final class JnaMemory implements NativeMemory {

    private final Memory memory;

    JnaMemory(long bytes) {
        memory = new Memory(bytes);
    }

    @Override
    public long address() {
        return Pointer.nativeValue(memory);
    }

    @Override
    public void put(long position, byte[] bytes, int count) {
        memory.write(position, bytes, 0, count);
    }

    @Override
    public void putInt(long position, int value) {
        memory.setInt(position, value);
    }

    @Override
    public void putAddress(long position, long address) {
        memory.setPointer(position, new Pointer(address));
    }

    @Override
    public int getInt(long position) {
        return memory.getInt(position);
    }

    @Override
    public void get(long position, byte[] bytes, int offset, int count) {
        memory.read(position, bytes, offset, count);
    }

    @Override
    public void close() {
        memory.close();
    }
}
