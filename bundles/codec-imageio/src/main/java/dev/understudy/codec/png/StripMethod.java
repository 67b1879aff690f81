package dev.understudy.codec.png;

import java.util.zip.Deflater;

/** How a strip of filtered rows is deflated. */
enum StripMethod {
    /** Photographs, in which matches are rare: bytes are only given codes of different lengths. */
    CODES(1, Deflater.HUFFMAN_ONLY),

    /** Photographs in which short matches are frequent, because of noise in few colors. */
    QUICK(1, Deflater.DEFAULT_STRATEGY),

    /** Smooth areas, or a graphic in a photograph. */
    MEDIUM(4, Deflater.DEFAULT_STRATEGY),

    /** Graphics, and small images. */
    THOROUGH(6, Deflater.DEFAULT_STRATEGY);

    private final int level;
    private final int strategy;

    StripMethod(int level, int strategy) {
        this.level = level;
        this.strategy = strategy;
    }

    int level() {
        return level;
    }

    int strategy() {
        return strategy;
    }

    /** Chooses by the bytes of a strip, and by deflating a part of it. */
    static final class Chooser implements AutoCloseable {

        /** Anything goes quickly with so few bytes. */
        private static final int SMALL = 64 * 1024;

        /** The part of a strip that is deflated to see what that saves. */
        private static final int SAMPLE = 8;

        /** Every so many bytes are counted; no multiple of the bytes of a pixel. */
        private static final int STEP = 5;

        private static final double GRAPHIC = 0.7;
        private static final double SMOOTH = 0.55;

        /** The part of the bytes that matches must leave, at most, to be worth looking for. */
        private static final double WORTHWHILE = 0.97;

        private static final double BITS = 8;

        private final Deflater trial = new Deflater(1, true);
        private final byte[] unused = new byte[1 << 15];

        StripMethod choose(byte[] bytes, int length) {
            if (length <= SMALL) {
                return THOROUGH;
            }
            double same = (double) counts(bytes, 0, length, STEP)[0] * STEP / length;
            if (same > SMOOTH) {
                return same > GRAPHIC ? THOROUGH : MEDIUM;
            }
            int count = length / SAMPLE;
            int from = (length - count) / 2;
            return matched(bytes, from, count) < WORTHWHILE * coded(bytes, from, count) ? QUICK : CODES;
        }

        @Override
        public void close() {
            trial.end();
        }

        /** Returns the number of bytes with codes and matches. */
        private long matched(byte[] bytes, int from, int count) {
            trial.reset();
            trial.setInput(bytes, from, count);
            trial.finish();
            while (!trial.finished()) {
                trial.deflate(unused);
            }
            return trial.getBytesWritten();
        }

        /** Returns the number of bytes with the best codes and no matches. */
        private static double coded(byte[] bytes, int from, int count) {
            double bits = 0;
            for (int number : counts(bytes, from, from + count, 1)) {
                if (number > 0) {
                    bits -= number * Math.log((double) number / count);
                }
            }
            return bits / Math.log(2) / BITS;
        }

        private static int[] counts(byte[] bytes, int from, int to, int step) {
            int[] counts = new int[256];
            for (int i = from; i < to; i += step) {
                counts[bytes[i] & 0xff]++;
            }
            return counts;
        }
    }
}
