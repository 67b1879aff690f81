package dev.understudy.codec.io;

import java.nio.ByteBuffer;

/** A stretch of an {@link Input}. */
public sealed interface InputSegment {

    /** How many bytes it has. */
    long length();

    /** A part of it that lies within it. */
    InputSegment part(long offset, long count);

    /** Bytes of the file behind the input, from {@code offset}. */
    record OfFile(long offset, long length) implements InputSegment {

        /** The offset behind it. */
        public long end() {
            return offset + length;
        }

        @Override
        public InputSegment part(long from, long count) {
            return new OfFile(offset + from, count);
        }
    }

    /** Bytes that stand in the file's place; the position does not matter. */
    record InMemory(ByteBuffer bytes) implements InputSegment {
        @Override
        public long length() {
            return bytes.limit();
        }

        @Override
        public InputSegment part(long offset, long count) {
            return new InMemory(bytes.slice((int) offset, (int) count));
        }
    }
}
