package dev.understudy.engine.color;

import dev.understudy.image.ColorProfile;
import dev.understudy.image.Samples;
import org.jspecify.annotations.Nullable;

/**
 * The colors that samples of some kind mean.
 *
 * @param samples GRAY, RGB or CMYK
 * @param profile says what they mean; null for sRGB, for the gray of sRGB, and for inks that are plain filters
 */
public record DeviceSpace(Samples samples, @Nullable ColorProfile profile) {

    /** The colors of the web. */
    public static final DeviceSpace SRGB = new DeviceSpace(Samples.RGB, null);

    public DeviceSpace {
        samples = samples == Samples.YCC ? Samples.RGB : samples;
    }
}
