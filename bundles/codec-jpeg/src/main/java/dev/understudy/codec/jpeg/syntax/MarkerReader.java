package dev.understudy.codec.jpeg.syntax;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.EOFException;
import java.io.IOException;

/** Reads markers and the lengths of segments. Stray bytes before a marker are skipped, as all decoders do. */
public final class MarkerReader {

    private final Input input;
    private boolean strays;

    public MarkerReader(Input input) {
        this.input = input;
    }

    /** The next marker; the stream goes on behind it. */
    public int next() throws IOException {
        while (true) {
            int value = input.readUnsignedByte();
            if (value != 0xff) {
                input.forgive("stray bytes between its segments");
                strays = true;
            }
            while (value == 0xff) {
                value = input.readUnsignedByte();
                if (value != 0 && value != 0xff) {
                    return value;
                }
            }
        }
    }

    /** Whether there have been stray bytes before a marker. */
    public boolean hasPassedStrays() {
        return strays;
    }

    /**
     * The number of bytes of the segment that begins here, without the two that say so.
     *
     * @throws EOFException when the file has less of them
     */
    public int segmentSize() throws IOException {
        int size = input.readUnsignedShort() - 2;
        if (size < 0) {
            throw new DamagedException("it has a segment of no length");
        }
        if (size > input.length() - input.getStreamPosition()) {
            throw new EOFException();
        }
        return size;
    }
}
