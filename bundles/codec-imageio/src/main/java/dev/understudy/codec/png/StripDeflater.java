package dev.understudy.codec.png;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/**
 * Deflates filtered rows in strips, each in the way that suits it: matches are looked for where there are any, and well where there
 * are many. All strips together are one zlib stream.
 *
 * <p>Source: RFC 1950.
 */
final class StripDeflater implements AutoCloseable {

    private static final int STRIP = 192 * 1024;
    private static final byte[] HEADER = {0x78, 0x01};

    private final OutputStream target;
    private final byte[] strip;
    private final int rowLength;
    private final Adler32 sum = new Adler32();
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final StripMethod.Chooser chooser = new StripMethod.Chooser();
    private final byte[] deflated = new byte[1 << 15];
    private int used;

    /**
     * Creates a deflater.
     *
     * @param rowLength the bytes of a row
     * @param rows their number
     */
    StripDeflater(int rowLength, int rows, OutputStream target) throws IOException {
        this.rowLength = rowLength;
        this.target = target;
        int rowsOfStrip = Math.min(rows, Math.max(1, STRIP / rowLength));
        strip = new byte[Math.multiplyExact(rowsOfStrip, rowLength)];
        target.write(HEADER);
    }

    /** Returns the array to which the next row is to be written, where {@link #nextRow} says. */
    byte[] strip() {
        return strip;
    }

    /** Returns where the next row is to be written, once the rows before have been. */
    int nextRow() throws IOException {
        if (used == strip.length) {
            deflate(false);
        }
        int at = used;
        used += rowLength;
        return at;
    }

    /** Ends the stream, and leaves open what it was written to. */
    void finish() throws IOException {
        deflate(true);
        target.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    @Override
    public void close() {
        deflater.end();
        chooser.close();
    }

    /** Deflates a strip. It refers to none before, as if it were a stream of its own, so that each can have its method. */
    private void deflate(boolean last) throws IOException {
        sum.update(strip, 0, used);
        StripMethod method = chooser.choose(strip, used);
        deflater.reset();
        deflater.setLevel(method.level());
        deflater.setStrategy(method.strategy());
        deflater.setInput(strip, 0, used);
        if (last) {
            deflater.finish();
        }
        int count;
        do {
            // The first call may do no more than to change the method.
            count = deflater.deflate(deflated, 0, deflated.length, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
            target.write(deflated, 0, count);
        } while (last ? !deflater.finished() : !deflater.needsInput() || count == deflated.length);
        used = 0;
    }
}
