package dev.understudy.catalog.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of many records. A reference to one is its place in units of four bytes, so that an int is enough for sixteen gigabytes.
 * They are kept in chunks, so that nothing is copied when there are more.
 */
final class RecordBytes {

    private static final int CHUNK_BITS = 20;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int UNIT_BITS = 2;
    private static final int OFFSET_MASK = (CHUNK >> UNIT_BITS) - 1;
    private static final int MAX_CHUNKS = (1 << (32 - CHUNK_BITS + UNIT_BITS)) - 1;
    private static final int FIRST = 256;

    private final List<byte[]> chunks = new ArrayList<>();

    /** The bytes in use of the last chunk; a multiple of a unit. */
    private int used = CHUNK;

    /** Appends a record and returns the reference to it, which is never -1. */
    int append(byte[] record, int length) {
        int start = start(length);
        System.arraycopy(record, 0, chunks.get(chunks.size() - 1), start, length);
        used = (start + length + (1 << UNIT_BITS) - 1) & -(1 << UNIT_BITS);
        return (chunks.size() - 1) << (CHUNK_BITS - UNIT_BITS) | start >> UNIT_BITS;
    }

    /** Makes place and returns the offset in the last chunk. A record that is larger than a chunk gets one of its own. */
    private int start(int length) {
        if (used > CHUNK - length) {
            addChunk(length);
        }
        int last = chunks.size() - 1;
        byte[] chunk = chunks.get(last);
        if (chunk.length - used < length) {
            chunks.set(last, Arrays.copyOf(chunk, Math.min(CHUNK, Math.max(2 * chunk.length, used + length))));
        }
        return used;
    }

    private void addChunk(int length) {
        if (chunks.size() == MAX_CHUNKS) {
            throw new IllegalStateException("the records of one data file come to more than 16 gigabytes");
        }
        trim();
        chunks.add(new byte[Math.max(length, chunks.isEmpty() ? FIRST : CHUNK)]);
        used = 0;
    }

    /** Gives back what is not in use. */
    void trim() {
        int last = chunks.size() - 1;
        if (last >= 0 && used < chunks.get(last).length) {
            chunks.set(last, Arrays.copyOf(chunks.get(last), used));
        }
    }

    /** A cursor at a record. */
    ByteCursor at(int reference) {
        return new ByteCursor(
                chunks.get(reference >>> (CHUNK_BITS - UNIT_BITS)), (reference & OFFSET_MASK) << UNIT_BITS);
    }

    /** The bytes that are held. */
    long size() {
        return chunks.stream().mapToLong(chunk -> chunk.length).sum();
    }
}
