package dev.understudy.codec.gif;

import dev.understudy.codec.io.DamagedException;

/**
 * The variable-length LZW codes of GIF. Codes that end before the last pixel are damage. Behind it comes the end code, or nothing: a row or
 * a column of pixels before the end, or bytes without an end, show that the size of the image is wrong, or the codes are.
 */
final class LzwDecoder {

    private static final int MAX_BITS = 12;
    private static final int TABLE = 1 << MAX_BITS;
    private static final int COLORS = 256;
    /** Some programs fill up with a byte or two. */
    private static final int MOST_FILLING = 3;

    private final byte[] codes;
    private final int clear;
    private final short[] prefix = new short[TABLE];
    private final byte[] last = new byte[TABLE];
    private final byte[] first = new byte[TABLE];
    private final short[] length = new short[TABLE];
    private final int startBits;
    private int position;
    private int buffer;
    private int buffered;
    private final byte[] samples;
    private final int mostSurplus;
    private int done;
    /** Where the codes of the image end, and how many samples come behind them up to the end code, if there is one. */
    private int needed;

    private long surplus;
    private boolean ended;

    /**
     * A decoder.
     *
     * @param codes without the lengths of their blocks
     * @param minimumBits bits of a sample; more than 8 leave codes unused
     * @param width columns of the image
     * @param height its rows
     */
    LzwDecoder(byte[] codes, int minimumBits, int width, int height) throws DamagedException {
        if (minimumBits < 1 || minimumBits >= MAX_BITS) {
            throw new DamagedException("its codes have " + minimumBits + " bits");
        }
        this.codes = codes;
        samples = new byte[width * height];
        mostSurplus = Math.min(width, height);
        clear = 1 << minimumBits;
        startBits = minimumBits + 1;
        for (int i = 0; i < clear; i++) {
            last[i] = (byte) i;
            first[i] = (byte) i;
            length[i] = 1;
        }
    }

    /** All samples, when they have been decoded; before that, zeros after those that have. */
    byte[] samples() {
        return samples;
    }

    /** How many samples have been decoded. */
    int done() {
        return done;
    }

    /** Decodes all samples, or as many as there are before damage. */
    void decode() throws DamagedException {
        decodeAll();
        if (ended ? surplus >= mostSurplus : codes.length - needed > MOST_FILLING) {
            throw new DamagedException("it has more codes than its size needs");
        }
    }

    private void decodeAll() throws DamagedException {
        int bits = startBits;
        int next = clear + 2;
        int previous = -1;
        while (done < samples.length || has(bits)) {
            int code = read(bits);
            if (code == clear) {
                bits = startBits;
                next = clear + 2;
                previous = -1;
                continue;
            }
            if (code == clear + 1 || code > next || isNoColor(code) || (code == next && previous < 0)) {
                if (done == samples.length) {
                    ended = code == clear + 1;
                    return;
                }
                throw new DamagedException(code == clear + 1 ? "its samples end too early" : "its samples are damaged");
            }
            if (previous >= 0 && next < TABLE) {
                prefix[next] = (short) previous;
                first[next] = first[previous];
                last[next] = first[code == next ? previous : code];
                length[next] = (short) (length[previous] + 1);
                next++;
                if (next == 1 << bits && bits < MAX_BITS) {
                    bits++;
                }
            }
            write(code);
            previous = code;
        }
    }

    private boolean isNoColor(int code) {
        return code >= COLORS && code < clear;
    }

    private boolean has(int bits) {
        return buffered + Byte.SIZE * (codes.length - position) >= bits;
    }

    /** Writes the string of a code from its end to its beginning; as much of it as fits. */
    private void write(int code) {
        if (done == samples.length) {
            surplus += length[code];
            return;
        }
        int end = done + length[code];
        int string = code;
        for (int at = end - 1; at >= done; at--) {
            if (at < samples.length) {
                samples[at] = last[string];
            }
            string = prefix[string];
        }
        done = Math.min(end, samples.length);
        surplus = (long) end - done;
        needed = position;
    }

    private int read(int bits) throws DamagedException {
        while (buffered < bits) {
            if (position == codes.length) {
                throw new DamagedException("its samples end too early");
            }
            buffer |= (codes[position++] & 0xff) << buffered;
            buffered += 8;
        }
        int code = buffer & ((1 << bits) - 1);
        buffer >>>= bits;
        buffered -= bits;
        return code;
    }
}
