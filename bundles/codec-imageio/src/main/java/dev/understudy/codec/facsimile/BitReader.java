package dev.understudy.codec.facsimile;

import dev.understudy.codec.io.DamagedException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** The bits of a stream, of which some can be seen before they are read. Behind its end they are all 0. */
final class BitReader {

    private final ImageInputStream input;
    private final boolean lowestFirst;
    private long left;
    private int window;
    private int held;
    private int padding;
    private long done;

    /**
     * A reader of the next bytes of a stream.
     *
     * @param count how many of them
     * @param lowestFirst whether a byte's lowest bit is its first
     */
    BitReader(ImageInputStream input, long count, boolean lowestFirst) {
        this.input = input;
        this.left = count;
        this.lowestFirst = lowestFirst;
    }

    /** The next bits, 24 at most, which are still to be read. */
    int peek(int count) throws IOException {
        while (held < count) {
            int read = left-- > 0 ? input.read() : -1;
            if (read < 0) {
                padding += 8;
            }
            int next = Math.max(0, read);
            window = window << 8 | (lowestFirst ? Integer.reverse(next) >>> 24 : next);
            held += 8;
        }
        return window >>> (held - count) & ((1 << count) - 1);
    }

    /**
     * Reads bits that have been seen.
     *
     * @throws DamagedException when there are not so many
     */
    void skip(int count) throws DamagedException {
        held -= count;
        done += count;
        if (held < padding) {
            throw new DamagedException("its codes end too early");
        }
    }

    /** Goes on at the next multiple of so many bits from the start. */
    void align(int multiple) throws IOException {
        while (done % multiple != 0) {
            peek(1);
            skip(1);
        }
    }
}
