package dev.understudy.engine.color;

import dev.understudy.image.ColorProfile;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;

/** Brings images of one profile into sRGB; for any number of threads. */
interface ColorTransform {

    /** Colors this close to what they were are not worth converting. */
    int TOLERANCE = 2;

    /** For images that are in sRGB already. */
    ColorTransform NONE = pixels -> pixels.withProfile(null);

    /** The image in sRGB, without a profile. */
    Pixels apply(Pixels pixels);

    /** The transform from a profile; throws what the JDK throws about bad ones. */
    static ColorTransform of(ColorProfile profile, Samples samples) {
        IccConversion conversion = new IccConversion(profile.bytes(), samples);
        return switch (samples) {
            case GRAY -> GrayLut.of(conversion);
            case RGB, YCC -> RgbTransform.of(conversion);
            case CMYK -> new CmykLut(conversion::convert);
        };
    }

    /** Whether no sample is farther from the other than {@link #TOLERANCE}. */
    static boolean isSame(byte[] before, byte[] after) {
        for (int i = 0; i < before.length; i++) {
            if (Math.abs((before[i] & 0xff) - (after[i] & 0xff)) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }
}
