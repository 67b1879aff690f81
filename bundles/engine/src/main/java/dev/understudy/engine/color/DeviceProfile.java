package dev.understudy.engine.color;

import dev.understudy.image.Samples;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Optional;

/** A profile with the tables of one intent, and the way from its samples to L*a*b* and back. */
final class DeviceProfile {

    private static final byte[] LAB = LabProfile.bytes();

    private final ProfileTags tags;
    private final RenderIntent intent;
    private final Samples samples;
    private final byte[] bytes;

    /**
     * A profile.
     *
     * @param samples what an image has, which the profile must fit
     */
    DeviceProfile(byte[] profile, Samples samples, RenderIntent intent) {
        if (samples(profile).filter(own -> own == samples).isEmpty()) {
            throw new IllegalArgumentException("it does not fit an image of " + samples);
        }
        this.samples = samples;
        this.intent = intent;
        tags = new ProfileTags(profile);
        bytes = tags.only(intent);
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

    /** From 16-bit samples to those of {@link LabProfile}. */
    JdkTransform toLab() {
        return new JdkTransform(bytes, LAB);
    }

    /** The way back; throws if the profile has none. */
    JdkTransform fromLab() {
        return new JdkTransform(LAB, bytes);
    }

    /** Straight to another profile. */
    JdkTransform to(DeviceProfile target) {
        return new JdkTransform(bytes, target.bytes);
    }

    /** The same profile with the tables of another intent. */
    DeviceProfile with(RenderIntent other) {
        return new DeviceProfile(tags, samples, other);
    }

    private DeviceProfile(ProfileTags tags, Samples samples, RenderIntent intent) {
        this.tags = tags;
        this.samples = samples;
        this.intent = intent;
        bytes = tags.only(intent);
    }

    ProfileTags tags() {
        return tags;
    }

    RenderIntent intent() {
        return intent;
    }

    Samples samples() {
        return samples;
    }
}
