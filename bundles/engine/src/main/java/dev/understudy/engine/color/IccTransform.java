package dev.understudy.engine.color;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From the colours of one profile to sRGB, by the JDK's colour management. Throws whatever that throws when it does not
 * like the profile. Once made, it can be used by several threads.
 */
final class IccTransform {

    /** Colours this close to what they were are not worth converting. */
    private static final int TOLERANCE = 2;

    private static final int BATCH = 1 << 16;
    private static final int PROBES_A_SIDE = 6;

    private final int components;
    private final ColorConvertOp operation;
    private final boolean identity;
    private final byte @Nullable [] grayTable;

    /**
     * The transform from a profile.
     *
     * @param samples what the picture has, which the profile must fit
     */
    IccTransform(byte[] profile, Samples samples) {
        ICC_Profile source = ICC_Profile.getInstance(profile);
        components = samples.planes();
        int expected =
                components == 1 ? ColorSpace.TYPE_GRAY : components == 3 ? ColorSpace.TYPE_RGB : ColorSpace.TYPE_CMYK;
        if (source.getColorSpaceType() != expected || source.getNumComponents() != components) {
            throw new IllegalArgumentException("The color profile does not fit a picture of " + components
                    + (components == 1 ? " component" : " components"));
        }
        ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
        operation = new ColorConvertOp(new ICC_Profile[] {source, srgb}, null);
        byte[] probes = probes();
        byte[] converted = convert(probes, probes.length / components);
        identity = components != 4 && isSame(probes, converted);
        grayTable = components == 1 ? everyThird(converted) : null;
    }

    /** Whether the picture is in sRGB already. */
    boolean isIdentity() {
        return identity;
    }

    /** The picture in sRGB: gray stays gray, everything else becomes RGB. */
    Pixels apply(Pixels pixels) {
        if (grayTable != null) {
            return new Pixels(Samples.GRAY, List.of(look(grayTable, pixels.plane(0))), pixels.alpha(), null);
        }
        List<Plane> source = components == 4 ? pixels.planes() : Rgb.of(pixels).planes();
        int size = source.get(0).samples().length;
        byte[][] rgb = new byte[3][size];
        byte[] batch = new byte[Math.min(BATCH, size) * components];
        for (int from = 0; from < size; from += BATCH) {
            int count = Math.min(BATCH, size - from);
            for (int p = 0; p < components; p++) {
                byte[] samples = source.get(p).samples();
                for (int i = 0, to = p; i < count; i++, to += components) {
                    batch[to] = samples[from + i];
                }
            }
            byte[] converted = convert(batch, count);
            for (int p = 0; p < 3; p++) {
                byte[] out = rgb[p];
                for (int i = 0, at = p; i < count; i++, at += 3) {
                    out[from + i] = converted[at];
                }
            }
        }
        return new Pixels(Samples.RGB, Rgb.planes(pixels.width(), pixels.height(), rgb), pixels.alpha(), null);
    }

    private byte[] convert(byte[] samples, int count) {
        byte[] out = new byte[count * 3];
        operation.filter(raster(samples, count, components), raster(out, count, 3));
        return out;
    }

    private static WritableRaster raster(byte[] samples, int count, int bands) {
        int[] offsets = new int[bands];
        for (int i = 0; i < bands; i++) {
            offsets[i] = i;
        }
        return Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length), count, 1, count * bands, bands, offsets, null);
    }

    /** All grays, or a grid of colours. */
    private byte[] probes() {
        int perSide = components == 1 ? 256 : PROBES_A_SIDE;
        int count = (int) Math.pow(perSide, components);
        byte[] probes = new byte[count * components];
        for (int i = 0; i < count; i++) {
            int rest = i;
            for (int c = 0; c < components; c++) {
                probes[i * components + c] = (byte) (rest % perSide * 255 / (perSide - 1));
                rest /= perSide;
            }
        }
        return probes;
    }

    private boolean isSame(byte[] probes, byte[] converted) {
        for (int i = 0; i < converted.length; i++) {
            int before = probes[components == 1 ? i / 3 : i] & 0xff;
            if (Math.abs(before - (converted[i] & 0xff)) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private static byte[] everyThird(byte[] samples) {
        byte[] table = new byte[samples.length / 3];
        for (int i = 0; i < table.length; i++) {
            table[i] = samples[i * 3 + 1];
        }
        return table;
    }

    private static Plane look(byte[] table, Plane plane) {
        byte[] out = new byte[plane.samples().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = table[plane.samples()[i] & 0xff];
        }
        return new Plane(plane.width(), plane.height(), out);
    }
}
