package dev.understudy.engine.color;

import dev.understudy.image.Samples;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/**
 * From the colors of a profile to sRGB, by the JDK's color management. Throws whatever that throws when it does not like
 * the profile. Once it has converted something, several threads may use it at once.
 */
final class IccConversion {

    private final int components;
    private final ColorConvertOp operation;

    /**
     * The conversion from a profile.
     *
     * @param samples what the image has, which the profile must fit
     */
    IccConversion(byte[] profile, Samples samples) {
        ICC_Profile source = ICC_Profile.getInstance(profile);
        components = samples.planes();
        if (source.getColorSpaceType() != space(samples) || source.getNumComponents() != components) {
            throw new IllegalArgumentException("it does not fit an image of " + samples);
        }
        ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
        operation = new ColorConvertOp(new ICC_Profile[] {source, srgb}, null);
    }

    /** The images that a profile is for; empty for one of other colors, and for one that is for no images at all. */
    static Optional<Samples> samples(byte[] profile) {
        ICC_Profile parsed = ICC_Profile.getInstance(profile);
        return switch (parsed.getProfileClass()) {
            case ICC_Profile.CLASS_INPUT,
                    ICC_Profile.CLASS_DISPLAY,
                    ICC_Profile.CLASS_OUTPUT,
                    ICC_Profile.CLASS_COLORSPACECONVERSION -> samples(parsed.getColorSpaceType());
            default -> Optional.empty();
        };
    }

    private static Optional<Samples> samples(int space) {
        return switch (space) {
            case ColorSpace.TYPE_GRAY -> Optional.of(Samples.GRAY);
            case ColorSpace.TYPE_RGB -> Optional.of(Samples.RGB);
            case ColorSpace.TYPE_CMYK -> Optional.of(Samples.CMYK);
            default -> Optional.empty();
        };
    }

    private static int space(Samples samples) {
        return switch (samples) {
            case GRAY -> ColorSpace.TYPE_GRAY;
            case RGB, YCC -> ColorSpace.TYPE_RGB;
            case CMYK -> ColorSpace.TYPE_CMYK;
        };
    }

    /** Interleaved red, green and blue of interleaved samples. */
    byte[] convert(byte[] samples) {
        int count = samples.length / components;
        byte[] rgb = new byte[count * 3];
        operation.filter(raster(samples, count, components), raster(rgb, count, 3));
        return rgb;
    }

    private static WritableRaster raster(byte[] samples, int count, int bands) {
        int[] offsets = new int[bands];
        for (int i = 0; i < bands; i++) {
            offsets[i] = i;
        }
        DataBufferByte buffer = new DataBufferByte(samples, samples.length);
        return Raster.createInterleavedRaster(buffer, count, 1, count * bands, bands, offsets, null);
    }
}
