package dev.understudy.engine.color;

import dev.understudy.image.Samples;

/**
 * Has the JDK convert every pixel of red, green and blue, which is quick and exact for profiles that have no tables.
 *
 * @param transform from interleaved samples to interleaved samples
 * @param samples what comes out
 * @param fine whether 16 bit are wanted, which takes longer
 */
record StraightRgb(JdkTransform transform, Samples samples, boolean fine) implements ColorTransform {

    @Override
    public void convert(byte[][] source, int from, int count, char[][] out) {
        if (fine) {
            convertFinely(source, from, count, out);
            return;
        }
        byte[] interleaved = new byte[count * 3];
        for (int p = 0; p < 3; p++) {
            byte[] plane = source[p];
            for (int i = 0; i < count; i++) {
                interleaved[i * 3 + p] = plane[from + i];
            }
        }
        byte[] converted = transform.convert(interleaved);
        int planes = out.length;
        for (int p = 0; p < planes; p++) {
            char[] plane = out[p];
            for (int i = 0; i < count; i++) {
                plane[i] = (char) ((converted[i * planes + p] & 0xff) * SampleRounding.LEVEL);
            }
        }
    }

    private void convertFinely(byte[][] source, int from, int count, char[][] out) {
        short[] interleaved = new short[count * 3];
        for (int i = 0; i < interleaved.length; i++) {
            interleaved[i] = (short) ((source[i % 3][from + i / 3] & 0xff) * SampleRounding.LEVEL);
        }
        short[] converted = transform.convert(interleaved);
        for (int i = 0; i < converted.length; i++) {
            out[i % out.length][i / out.length] = (char) converted[i];
        }
    }
}
