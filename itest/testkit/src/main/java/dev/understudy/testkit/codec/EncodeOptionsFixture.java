package dev.understudy.testkit.codec;

import dev.understudy.image.ColorProfile;
import dev.understudy.image.EncodeOptions;

/** Encoder options with one thing changed. */
public final class EncodeOptionsFixture {

    /** Quality 90, nothing special. */
    public static final EncodeOptions PLAIN = new EncodeOptions(90, false, false, false, 0, null);

    private EncodeOptionsFixture() {}

    public static EncodeOptions quality(int quality) {
        return new EncodeOptions(quality, false, false, false, 0, null);
    }

    public static EncodeOptions fullChroma() {
        return new EncodeOptions(90, true, false, false, 0, null);
    }

    public static EncodeOptions progressive() {
        return new EncodeOptions(90, false, true, false, 0, null);
    }

    public static EncodeOptions lossless() {
        return new EncodeOptions(90, false, false, true, 0, null);
    }

    public static EncodeOptions noted(double resolution, ColorProfile profile) {
        return new EncodeOptions(90, false, false, false, resolution, profile);
    }
}
