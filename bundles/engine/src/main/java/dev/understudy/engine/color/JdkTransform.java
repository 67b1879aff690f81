package dev.understudy.engine.color;

import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * From the samples of one profile to those of another by the JDK's color management. Throws whatever that throws when it does not
 * like a profile. Once it has converted something, several threads may use it at once.
 */
final class JdkTransform {

    private final int components;
    private final int converted;
    private final ColorConvertOp operation;

    JdkTransform(byte[] from, byte[] to) {
        ICC_Profile source = ICC_Profile.getInstance(from);
        ICC_Profile target = ICC_Profile.getInstance(to);
        components = source.getNumComponents();
        converted = target.getNumComponents();
        operation = new ColorConvertOp(new ICC_Profile[] {source, target}, null);
    }

    /** The samples of pixels, one pixel's after the other's. */
    byte[] convert(byte[] samples) {
        int count = samples.length / components;
        byte[] out = new byte[count * converted];
        operation.filter(
                raster(new DataBufferByte(samples, samples.length), count, components),
                raster(new DataBufferByte(out, out.length), count, converted));
        return out;
    }

    /** The same in 16 bit. */
    short[] convert(short[] samples) {
        int count = samples.length / components;
        short[] out = new short[count * converted];
        operation.filter(
                raster(new DataBufferUShort(samples, samples.length), count, components),
                raster(new DataBufferUShort(out, out.length), count, converted));
        return out;
    }

    private static WritableRaster raster(DataBuffer buffer, int count, int bands) {
        int[] offsets = new int[bands];
        for (int i = 0; i < bands; i++) {
            offsets[i] = i;
        }
        return Raster.createInterleavedRaster(buffer, count, 1, count * bands, bands, offsets, null);
    }
}
