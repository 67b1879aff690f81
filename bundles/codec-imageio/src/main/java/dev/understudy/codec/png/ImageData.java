package dev.understudy.codec.png;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The samples of a PNG as its IDAT chunks have them, inflated. Sums of chunks have been checked before. */
final class ImageData implements AutoCloseable {

    private static final int SIGNATURE = 8;
    private static final int SUM = 4;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454e44;

    /** The bytes behind the last sample that are looked at. */
    private static final int EXCESS = 1 << 16;

    private final Input input;
    private final Inflater inflater = new Inflater();
    private final byte[] deflated = new byte[1 << 16];
    private long left;
    private boolean begun;

    /**
     * Creates a stream of samples.
     *
     * @param input the chunks that a decoder needs
     */
    ImageData(Input input) throws IOException {
        this.input = input;
        input.seek(SIGNATURE);
    }

    /** Fills a part of an array; fails when there are not so many bytes, or what is there cannot be inflated. */
    void read(byte[] target, int offset, int count) throws IOException {
        int done = 0;
        try {
            while (done < count) {
                int inflated = inflater.inflate(target, offset + done, count - done);
                done += inflated;
                if (inflated == 0 && (inflater.finished() || !feed())) {
                    throw damaged("they end too early");
                }
            }
        } catch (DataFormatException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Checks what follows the last sample: more samples, of which there should be none, and their sum. A flipped bit shows there. That a
     * file ends before the sum changes no pixel, and other readers forgive it.
     */
    void end() throws IOException {
        byte[] more = new byte[EXCESS];
        int excess = 0;
        try {
            while (!inflater.finished() && excess < EXCESS) {
                int inflated = inflater.inflate(more);
                excess += inflated;
                if (inflated == 0 && !inflater.finished() && !feed()) {
                    return;
                }
            }
        } catch (DataFormatException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    /** Gives the inflater more to do; returns false when there is no more. */
    private boolean feed() throws IOException {
        if (!inflater.needsInput()) {
            throw damaged("they cannot be inflated");
        }
        while (left == 0) {
            if (!nextChunk()) {
                return false;
            }
        }
        int count = (int) Math.min(left, deflated.length);
        input.readFully(deflated, 0, count);
        left -= count;
        if (left == 0) {
            input.skipBytes(SUM);
        }
        inflater.setInput(deflated, 0, count);
        return true;
    }

    /** Goes to the next chunk with samples, if there is one; there are no others between these. */
    private boolean nextChunk() throws IOException {
        try {
            long length = input.readUnsignedInt();
            int type = input.readInt();
            while (!begun && type != IDAT && type != IEND) {
                input.seek(input.getStreamPosition() + length + SUM);
                length = input.readUnsignedInt();
                type = input.readInt();
            }
            if (type != IDAT) {
                return false;
            }
            begun = true;
            left = length;
            if (left == 0) {
                input.skipBytes(SUM);
            }
            return true;
        } catch (EOFException e) {
            return false;
        }
    }

    private static DamagedException damaged(String what) {
        return new DamagedException("its samples are damaged: " + what);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
