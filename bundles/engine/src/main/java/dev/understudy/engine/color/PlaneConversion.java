package dev.understudy.engine.color;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;

/**
 * Converts whole images by a transform, some rows at a time.
 *
 * @param transform what it does to colors
 * @param dither whether samples are rounded up or down by their place
 */
record PlaneConversion(ColorTransform transform, boolean dither) {

    private static final int BATCH = 1 << 12;

    /** The converted image, which begins at this place of the whole of which it is a part. */
    Pixels apply(Pixels pixels, int x, int y) {
        Pixels source = pixels.samples() == Samples.YCC ? Rgb.of(pixels) : pixels;
        byte[][] in = source.planes().stream().map(Plane::samples).toArray(byte[][]::new);
        Samples samples = transform.samples();
        byte[][] out = new byte[samples.planes()][in[0].length];
        SampleRounding rounding = dither ? new OrderedDither(source.width(), x, y) : SampleRounding.rounding();
        char[][] run = new char[out.length][Math.min(BATCH, in[0].length)];
        for (int from = 0; from < in[0].length; from += BATCH) {
            int count = Math.min(BATCH, in[0].length - from);
            transform.convert(in, from, count, run);
            for (int p = 0; p < out.length; p++) {
                rounding.put(run[p], count, out[p], from);
            }
        }
        return new Pixels(samples, Rgb.planes(pixels.width(), pixels.height(), out), pixels.alpha(), null);
    }
}
