package dev.understudy.engine.plan;

import dev.understudy.image.Samples;
import dev.understudy.source.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * The color profiles that a catalog has for images that embed none.
 *
 * @param rgb {@code attribute::IccProfileSrcRgb}, null for sRGB
 * @param gray {@code attribute::IccProfileSrcGray}, null for the gray of sRGB
 * @param cmyk {@code attribute::IccProfileSrcCmyk}, null for plain filters
 * @param required whether a profile that cannot be used is an error; else the image is drawn without it
 */
public record SourceProfiles(
        @Nullable SourceKey rgb,
        @Nullable SourceKey gray,
        @Nullable SourceKey cmyk,
        boolean required) {

    /** No profile at all. */
    public static final SourceProfiles NONE = new SourceProfiles(null, null, null, true);

    /** The profile for images of some kind; null for none. */
    public @Nullable SourceKey of(Samples samples) {
        return switch (samples) {
            case RGB, YCC -> rgb;
            case GRAY -> gray;
            case CMYK -> cmyk;
        };
    }

    /** The same for an image that is drawn even if a profile cannot be used. */
    public SourceProfiles tolerant() {
        return equals(NONE) ? this : new SourceProfiles(rgb, gray, cmyk, false);
    }
}
