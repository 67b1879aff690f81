package dev.understudy.codec.turbo.natives;

/** A block of memory outside the heap. Positions count bytes from its beginning. */
public interface NativeMemory extends AutoCloseable {

    /** Where it is. */
    long address();

    void put(long position, byte[] bytes, int count);

    void putInt(long position, int value);

    void putAddress(long position, long address);

    int getInt(long position);

    void get(long position, byte[] bytes, int offset, int count);

    /** Gives it back. */
    @Override
    void close();
}
