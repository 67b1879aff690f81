package dev.understudy.codec.psd;

import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.raster.SrgbCurve;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ICC_ProfileRGB;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Samples of 32 bits, which are amounts of light. They become sRGB here, since 8 bits of them would not do for shadows; light beyond
 * white is white.
 */
final class LinearLight {

    /** Bits a sample. */
    static final int DEPTH = 32;

    private static final int STEPS = 1 << 14;
    private static final double SAME = 0.002;

    private LinearLight() {}

    /** Refuses a profile with other primaries than sRGB, or one of another kind. */
    static void requirePrimaries(byte @Nullable [] profile) throws IOException {
        if (profile == null) {
            return;
        }
        ICC_Profile given = ICC_Profile.getInstance(profile);
        if (given.getColorSpaceType() != ColorSpace.TYPE_GRAY && !isSrgb(given)) {
            throw new UnsupportedException("32 bits a sample in other colors than those of sRGB");
        }
    }

    private static boolean isSrgb(ICC_Profile profile) {
        if (!(profile instanceof ICC_ProfileRGB rgb)) {
            return false;
        }
        float[][] srgb = ((ICC_ProfileRGB) ICC_Profile.getInstance(ColorSpace.CS_sRGB)).getMatrix();
        float[][] matrix = rgb.getMatrix();
        for (int i = 0; i < 9; i++) {
            if (Math.abs(matrix[i / 3][i % 3] - srgb[i / 3][i % 3]) > SAME) {
                return false;
            }
        }
        return true;
    }

    /** The samples of all amounts of light from 0 to 1, in {@link #STEPS} steps. */
    static byte[] table() {
        byte[] table = new byte[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            table[i] = SrgbCurve.sample((double) i / STEPS);
        }
        return table;
    }

    /** The place of an amount of light in the table. */
    static int index(float light) {
        return Math.round(Math.max(0, Math.min(1, light)) * STEPS); // what is no number becomes 0
    }
}
