package dev.understudy.engine.resample;

/** Makes floats of samples, in the quicker of two ways, which give the same. For one thread. */
final class SampleConversion {

    /** From this version of Java on, the compiler makes vector code of a loop over bytes and floats. */
    private static final int VECTORS_OF_BOTH = 21;

    private static final int HIGHEST_BIT = -128;

    private static final float[] VALUES = new float[256];

    static {
        for (int sample = 0; sample < VALUES.length; sample++) {
            VALUES[sample] = sample;
        }
    }

    private final boolean vectors;
    private final byte[] signed;

    /** A conversion of as many samples at a time, at most. */
    SampleConversion(int most) {
        this(most, Runtime.version().feature() >= VECTORS_OF_BOTH);
    }

    /**
     * A conversion.
     *
     * @param vectors whether by arithmetic, else by a table
     */
    SampleConversion(int most, boolean vectors) {
        this.vectors = vectors;
        signed = new byte[most];
    }

    /** Converts samples from {@code from} on. */
    void run(byte[] samples, int from, float[] row, int count) {
        if (vectors) {
            System.arraycopy(samples, from, signed, 0, count);
            subtract(signed, count);
            add(signed, row, count);
        } else {
            lookUp(samples, from, row, count);
        }
    }

    /** Subtracts 128. */
    private static void subtract(byte[] samples, int count) {
        for (int i = 0; i < count; i++) {
            samples[i] ^= HIGHEST_BIT;
        }
    }

    /** Adds 128. */
    private static void add(byte[] signed, float[] row, int count) {
        for (int i = 0; i < count; i++) {
            row[i] = signed[i] + 128f;
        }
    }

    private static void lookUp(byte[] samples, int from, float[] row, int count) {
        float[] values = VALUES;
        for (int i = 0; i < count; i++) {
            row[i] = values[samples[from + i] & 0xff];
        }
    }
}
