package dev.understudy.codec.png;

import java.util.zip.Adler32;

/**
 * The check sum of strips that follow each other, out of those of each.
 *
 * <p>Source: RFC 1950, section 8.2.
 */
final class StripSum {

    private static final long PRIME = 65_521;
    private static final int HALF = 16;
    private static final long LOW = 0xffff;

    private long bytes = 1;
    private long sums;

    /** The sum of a strip alone. */
    static long of(byte[] strip, int length) {
        Adler32 sum = new Adler32();
        sum.update(strip, 0, length);
        return sum.getValue();
    }

    /**
     * Adds a strip.
     *
     * @param sum as {@link #of} has it
     * @param length how many bytes it has
     */
    void add(long sum, int length) {
        // each byte before the strip counts once more for each byte of it; both sums begin with one
        sums = (sums + (sum >> HALF) + length % PRIME * (bytes + PRIME - 1)) % PRIME;
        bytes = (bytes + (sum & LOW) + PRIME - 1) % PRIME;
    }

    /** The sum of all. */
    int value() {
        return (int) (sums << HALF | bytes);
    }
}
