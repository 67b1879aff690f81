package dev.understudy.source.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;

/** Reads what a store sends, piece by piece, and gives up a store that breaks off or drips. Belongs to one thread. */
final class BodyReader {

    private static final int BUFFER = 64 * 1024;

    /** A store that drips is given up after so many times the time in which it must send anything at all. */
    private static final int PATIENCE = 10;

    private final InputStream body;
    private final long end;
    private final byte[] buffer = new byte[BUFFER];
    private int length;

    /**
     * A body of which nothing has been read.
     *
     * @param timeout in which the store must send anything at all
     */
    BodyReader(InputStream body, Duration timeout) {
        this.body = body;
        this.end = System.nanoTime() + PATIENCE * timeout.toNanos();
    }

    /**
     * Reads some bytes.
     *
     * @param most how many at the most
     * @return how many; -1 at the end
     * @throws BrokenBodyException when the store breaks off, or takes too long
     */
    int read(long most) throws BrokenBodyException {
        if (System.nanoTime() - end > 0) {
            throw new BrokenBodyException("the store takes too long to send a file", null);
        }
        try {
            length = body.read(buffer, 0, (int) Math.min(BUFFER, most));
            return length;
        } catch (IOException | RuntimeException e) {
            throw new BrokenBodyException("the store broke off while it sent a file", e);
        }
    }

    /** The bytes that were read last. */
    ByteBuffer bytes() {
        return ByteBuffer.wrap(buffer, 0, Math.max(0, length));
    }

    /** Writes the bytes that were read last. */
    void writeTo(FileChannel out, long position) throws IOException {
        ByteBuffer bytes = bytes();
        long at = position;
        while (bytes.hasRemaining()) {
            at += out.write(bytes, at);
        }
    }
}
