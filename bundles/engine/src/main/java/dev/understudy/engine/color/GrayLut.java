package dev.understudy.engine.color;

import dev.understudy.image.Samples;

/**
 * The converted color of each gray.
 *
 * @param samples what comes out: gray where red, green and blue would be the same
 * @param colors a table a plane
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GrayLut(Samples samples, char[][] colors) implements ColorTransform {

    private static final int GRAYS = 256;

    /** Red, green and blue this close are gray. */
    private static final int NEUTRAL = SampleRounding.LEVEL;

    static GrayLut of(ProfileLink link, Samples target) {
        short[] converted = link.conversion().apply(grays());
        int planes = target.planes();
        char[][] colors = new char[planes][GRAYS];
        for (int i = 0; i < converted.length; i++) {
            colors[i % planes][i / planes] = (char) converted[i];
        }
        return target == Samples.RGB && isNeutral(colors)
                ? new GrayLut(Samples.GRAY, new char[][] {colors[1]})
                : new GrayLut(target, colors);
    }

    /** Every gray of 8 bit, in 16 bit. */
    static short[] grays() {
        short[] grays = new short[GRAYS];
        for (int i = 0; i < GRAYS; i++) {
            grays[i] = (short) (i * SampleRounding.LEVEL);
        }
        return grays;
    }

    private static boolean isNeutral(char[][] colors) {
        for (int i = 0; i < GRAYS; i++) {
            if (Math.abs(colors[0][i] - colors[1][i]) > NEUTRAL || Math.abs(colors[2][i] - colors[1][i]) > NEUTRAL) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void convert(byte[][] source, int from, int count, char[][] out) {
        byte[] gray = source[0];
        for (int p = 0; p < out.length; p++) {
            for (int i = 0; i < count; i++) {
                out[p][i] = colors[p][gray[from + i] & 0xff];
            }
        }
    }
}
