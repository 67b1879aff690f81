package dev.understudy.image;

/**
 * One plane of 8-bit samples in rows without padding.
 *
 * @param width samples in a row, 1 or more
 * @param height rows, 1 or more
 * @param samples {@code width * height} samples, unsigned; shared, never written to once the plane is published
 */
public record Plane(int width, int height, byte[] samples) {

    public Plane {
        if (width < 1 || height < 1 || samples.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "a plane of " + width + "x" + height + " cannot hold " + samples.length + " samples");
        }
    }

    /** A new plane of zeros. */
    public static Plane blank(int width, int height) {
        return new Plane(width, height, new byte[Math.multiplyExact(width, height)]);
    }

    /** The sample at column {@code x} and row {@code y}, 0..255. */
    public int at(int x, int y) {
        return samples[y * width + x] & 0xff;
    }
}
