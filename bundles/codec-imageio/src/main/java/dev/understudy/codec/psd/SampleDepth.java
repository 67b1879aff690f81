package dev.understudy.codec.psd;

import java.nio.ByteBuffer;

/** Brings samples of a depth to 8 bits. */
@FunctionalInterface
interface SampleDepth {

    /** Converts {@code count} samples of a row, from the one numbered {@code first} on. */
    void convert(byte[] row, int first, byte[] target, int at, int count);

    static SampleDepth of(int bits) {
        return switch (bits) {
            case 1 -> SampleDepth::convertBits;
            case 8 -> (row, first, target, at, count) -> System.arraycopy(row, first, target, at, count);
            case 16 -> SampleDepth::convertWords;
            default -> ofLight(LinearLight.table());
        };
    }

    /** A bit is ink. */
    private static void convertBits(byte[] row, int first, byte[] target, int at, int count) {
        for (int i = 0; i < count; i++) {
            int x = first + i;
            boolean black = (row[x >> 3] >> (7 - (x & 7)) & 1) != 0;
            target[at + i] = black ? 0 : (byte) 255;
        }
    }

    private static void convertWords(byte[] row, int first, byte[] target, int at, int count) {
        for (int i = 0, from = 2 * first; i < count; i++, from += 2) {
            int word = (row[from] & 0xff) << 8 | (row[from + 1] & 0xff);
            target[at + i] = (byte) ((word * 255 + 32767) / 65535);
        }
    }

    private static SampleDepth ofLight(byte[] table) {
        return (row, first, target, at, count) -> {
            ByteBuffer samples = ByteBuffer.wrap(row);
            for (int i = 0; i < count; i++) {
                target[at + i] = table[LinearLight.index(samples.getFloat(4 * (first + i)))];
            }
        };
    }
}
