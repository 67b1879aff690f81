package dev.understudy.codec.bmp;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;

/**
 * Which bits of a pixel are red, green, blue and opacity; no bits mean that there is nothing of it.
 *
 * @param red bits of red
 * @param green bits of green
 * @param blue bits of blue
 * @param alpha bits of opacity
 */
record ColorMasks(int red, int green, int blue, int alpha) {

    static final ColorMasks OF_16_BITS = new ColorMasks(0x7c00, 0x3e0, 0x1f, 0);
    static final ColorMasks OF_32_BITS = new ColorMasks(0xff0000, 0xff00, 0xff, 0);

    private static final int POSITION = 54;

    /** The masks that a file brings, behind or within its second header, where they are at the same place. */
    static ColorMasks read(Input input, int bits, boolean alpha) throws IOException {
        input.seek(POSITION);
        ColorMasks masks = new ColorMasks(
                readMask(input, bits), readMask(input, bits), readMask(input, bits), alpha ? readMask(input, bits) : 0);
        masks.requireApart();
        return masks;
    }

    private void requireApart() throws DamagedException {
        if ((red & green | (red | green) & blue | (red | green | blue) & alpha) != 0) {
            throw new DamagedException("two colors of the same bits");
        }
    }

    private static int readMask(Input input, int bits) throws IOException {
        int mask = input.readInt();
        if (bits == Short.SIZE && mask >>> Short.SIZE != 0) {
            throw new DamagedException("a color beyond the bits of a pixel");
        }
        int ones = mask >>> Integer.numberOfTrailingZeros(mask);
        if (mask != 0 && (ones & ones + 1) != 0) {
            throw new DamagedException("a color whose bits are not side by side");
        }
        return mask;
    }

    /** The value of a pixel under a mask; all bits set are 255. */
    static byte value(int pixel, int mask) {
        if (mask == 0) {
            return 0;
        }
        int shift = Integer.numberOfTrailingZeros(mask);
        long max = Integer.toUnsignedLong(mask) >>> shift;
        long value = Integer.toUnsignedLong(pixel & mask) >>> shift;
        return (byte) (max == 255 ? value : (value * 255 + max / 2) / max);
    }
}
