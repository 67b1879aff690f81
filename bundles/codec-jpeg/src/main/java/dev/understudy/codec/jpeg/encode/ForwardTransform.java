package dev.understudy.codec.jpeg.encode;

/**
 * The forward cosine transform of many blocks at a time, the same step for all of them, so that the compiler makes vector code of
 * each loop. Its results are scaled and in an order of their own: {@link #frequency} and {@link #scale} tell of both.
 *
 * <p>Source: Arai, Agui and Nakajima, "A fast DCT-SQ scheme for images", 1988.
 */
final class ForwardTransform {

    /** How many blocks side by side are transformed at a time, at most. */
    static final int BLOCKS = 64;

    /** Samples in a row of so many blocks. */
    static final int LENGTH = 8 * BLOCKS;

    /** From this version of Java on, the compiler makes vector code of a loop over bytes and floats. */
    private static final int VECTORS_OF_BOTH = 21;

    private static final int HIGHEST_BIT = 0x80;

    /** Blocks are as many as fill the largest vectors. */
    private static final int STEP = 16;

    /** Of which frequency each of the eight results is. */
    private static final int[] FREQUENCIES = {0, 4, 6, 2, 5, 3, 1, 7};

    private static final float DIAGONAL = (float) Math.cos(Math.PI / 4);
    private static final float COMMON = (float) Math.cos(3 * Math.PI / 8);
    private static final float DIFFERENCE = (float) (Math.cos(Math.PI / 8) - Math.cos(3 * Math.PI / 8));
    private static final float SUM = (float) (Math.cos(Math.PI / 8) + Math.cos(3 * Math.PI / 8));

    private final float[][] rows = new float[8][LENGTH];
    private final float[][] columns = new float[8][LENGTH];
    /** Where vector code is made of a loop over bytes and floats, samples as numbers around 0. */
    private final byte[] signed = new byte[LENGTH];

    /** Elsewhere the values that are transformed, by what samples look like. */
    private final float[] levels = new float[256];

    private final boolean vectors;
    private final int flip;
    private int blocks = BLOCKS;

    /**
     * A transform.
     *
     * @param flip which bits of the samples are to be turned over
     */
    ForwardTransform(int flip) {
        this(flip, Runtime.version().feature() >= VECTORS_OF_BOTH);
    }

    /**
     * A transform.
     *
     * @param vectors whether samples become floats by arithmetic, else by a table
     */
    ForwardTransform(int flip, boolean vectors) {
        this.vectors = vectors;
        this.flip = flip ^ HIGHEST_BIT;
        for (int sample = 0; sample < levels.length; sample++) {
            levels[sample] = (sample ^ flip) - 128;
        }
    }

    /** Which frequency the result number {@code index} has, 0..7. */
    static int frequency(int index) {
        return FREQUENCIES[index];
    }

    /** By what a result of a frequency, in one direction, is larger than it ought to be. */
    static double scale(int frequency) {
        return frequency == 0 ? Math.sqrt(8) : 4 * Math.cos(frequency * Math.PI / 16);
    }

    /** Begins a new transform, of so many blocks at least: from 1 to {@link #BLOCKS}. */
    void begin(int count) {
        blocks = (count + STEP - 1) / STEP * STEP;
    }

    /** How many blocks are transformed. */
    int blocks() {
        return blocks;
    }

    /**
     * Takes one of the eight rows of samples.
     *
     * @param samples eight of each block
     */
    void load(int row, byte[] samples) {
        if (vectors) {
            sign(samples, signed, (byte) flip, 8 * blocks);
            convert(signed, rows[row], 8 * blocks);
        } else {
            lookUp(samples, rows[row], levels, 8 * blocks);
        }
    }

    private static void sign(byte[] samples, byte[] signed, byte flip, int length) {
        for (int i = 0; i < length; i++) {
            signed[i] = (byte) (samples[i] ^ flip);
        }
    }

    private static void convert(byte[] signed, float[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = signed[i];
        }
    }

    private static void lookUp(byte[] samples, float[] target, float[] levels, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = levels[samples[i] & 0xff];
        }
    }

    /** Transforms what has been loaded. */
    void run() {
        transform(rows, 8 * blocks);
        for (int row = 0; row < 8; row++) {
            turn(rows[row], row * blocks);
        }
        transform(columns, 8 * blocks);
    }

    /** Puts the eight numbers of each block into eight columns, from a place on. */
    private void turn(float[] row, int place) {
        float[] a = columns[0];
        float[] b = columns[1];
        float[] c = columns[2];
        float[] d = columns[3];
        float[] e = columns[4];
        float[] f = columns[5];
        float[] g = columns[6];
        float[] h = columns[7];
        for (int block = 0, at = place; block < blocks; block++, at++) {
            a[at] = row[8 * block];
            b[at] = row[8 * block + 1];
            c[at] = row[8 * block + 2];
            d[at] = row[8 * block + 3];
            e[at] = row[8 * block + 4];
            f[at] = row[8 * block + 5];
            g[at] = row[8 * block + 6];
            h[at] = row[8 * block + 7];
        }
    }

    /**
     * The results number {@code index} of the transform of rows: those number i of the transform of columns, for all blocks,
     * begin at {@code i} times {@link #blocks}.
     */
    float[] results(int index) {
        return columns[index];
    }

    private static void transform(float[][] lines, int length) {
        for (int i = 0; i < 4; i++) {
            addAndSubtract(lines[i], lines[7 - i], length);
        }
        addAndSubtract(lines[0], lines[3], length);
        addAndSubtract(lines[1], lines[2], length);
        addAndSubtract(lines[0], lines[1], length);
        rotateEven(lines[3], lines[2], length);
        rotateOdd(lines[4], lines[5], lines[6], lines[7], length);
    }

    private static void addAndSubtract(float[] a, float[] b, int length) {
        for (int i = 0; i < length; i++) {
            float first = a[i];
            float second = b[i];
            a[i] = first + second;
            b[i] = first - second;
        }
    }

    private static void rotateEven(float[] a, float[] b, int length) {
        for (int i = 0; i < length; i++) {
            float first = a[i];
            float turned = (first + b[i]) * DIAGONAL;
            a[i] = first + turned;
            b[i] = first - turned;
        }
    }

    private static void rotateOdd(float[] a, float[] b, float[] c, float[] d, int length) {
        for (int i = 0; i < length; i++) {
            float low = a[i] + b[i];
            float middle = (b[i] + c[i]) * DIAGONAL;
            float high = c[i] + d[i];
            float common = (low - high) * COMMON;
            float turnedLow = low * DIFFERENCE + common;
            float turnedHigh = high * SUM + common;
            float sum = d[i] + middle;
            float rest = d[i] - middle;
            a[i] = rest + turnedLow;
            b[i] = rest - turnedLow;
            c[i] = sum + turnedHigh;
            d[i] = sum - turnedHigh;
        }
    }
}
