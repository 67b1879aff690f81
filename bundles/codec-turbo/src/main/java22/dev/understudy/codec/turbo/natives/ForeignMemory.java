package dev.understudy.codec.turbo.natives;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Memory that C's own function has allocated, which does not clear it. */
final class ForeignMemory implements NativeMemory {

    private final MemorySegment memory;
    private final MethodHandle free;
    private boolean closed;

    ForeignMemory(long address, long bytes, MethodHandle free) {
        memory = MemorySegment.ofAddress(address).reinterpret(bytes);
        this.free = free;
    }

    @Override
    public long address() {
        return memory.address();
    }

    @Override
    public void put(long position, byte[] bytes, int count) {
        MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, position, count);
    }

    @Override
    public void putInt(long position, int value) {
        memory.set(JAVA_INT, position, value);
    }

    @Override
    public void putAddress(long position, long address) {
        memory.set(JAVA_LONG, position, address);
    }

    @Override
    public int getInt(long position) {
        return memory.get(JAVA_INT, position);
    }

    @Override
    public void get(long position, byte[] bytes, int offset, int count) {
        MemorySegment.copy(memory, JAVA_BYTE, position, bytes, offset, count);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            free.invokeExact(memory.address());
        } catch (Throwable e) {
            throw ForeignLibrary.unexpected(e);
        }
    }
}
