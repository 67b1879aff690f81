package dev.understudy.engine.color;

import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;

/** Converts every pixel of an image of three components. */
record RgbTransform(IccConversion conversion) implements ColorTransform {

    private static final int BATCH = 1 << 16;
    private static final int PROBES_A_SIDE = 6;

    static ColorTransform of(IccConversion conversion) {
        byte[] probes = probes();
        return ColorTransform.isSame(probes, conversion.convert(probes)) ? NONE : new RgbTransform(conversion);
    }

    @Override
    public Pixels apply(Pixels pixels) {
        Pixels source = Rgb.of(pixels);
        int size = source.plane(0).samples().length;
        byte[][] rgb = new byte[3][size];
        for (int from = 0; from < size; from += BATCH) {
            int count = Math.min(BATCH, size - from);
            byte[] batch = new byte[count * 3];
            for (int p = 0; p < 3; p++) {
                byte[] samples = source.plane(p).samples();
                for (int i = 0; i < count; i++) {
                    batch[i * 3 + p] = samples[from + i];
                }
            }
            byte[] converted = conversion.convert(batch);
            for (int p = 0; p < 3; p++) {
                byte[] out = rgb[p];
                for (int i = 0; i < count; i++) {
                    out[from + i] = converted[i * 3 + p];
                }
            }
        }
        return new Pixels(Samples.RGB, Rgb.planes(pixels.width(), pixels.height(), rgb), pixels.alpha(), null);
    }

    /** A grid of colors. */
    private static byte[] probes() {
        byte[] probes = new byte[PROBES_A_SIDE * PROBES_A_SIDE * PROBES_A_SIDE * 3];
        for (int i = 0; i < probes.length; i++) {
            int color = i / 3;
            int step =
                    i % 3 == 0 ? color : i % 3 == 1 ? color / PROBES_A_SIDE : color / (PROBES_A_SIDE * PROBES_A_SIDE);
            probes[i] = (byte) (step % PROBES_A_SIDE * 255 / (PROBES_A_SIDE - 1));
        }
        return probes;
    }
}
