package dev.understudy.codec.io;

import java.nio.ByteBuffer;

/** A stretch of an {@link Input}. */
public sealed interface Piece {

    /** How many bytes it has. */
    long length();

    /** Bytes of the file behind the input, from {@code offset}. */
    record OfFile(long offset, long length) implements Piece {}

    /** Bytes that stand in the file's place; the position does not matter. */
    record InMemory(ByteBuffer bytes) implements Piece {
        @Override
        public long length() {
            return bytes.limit();
        }
    }
}
