package dev.understudy.engine.plan;

import dev.understudy.image.Samples;
import dev.understudy.source.SourceKey;
import java.util.List;

/**
 * The color profiles that a catalog names for some use. Of each kind, the first that is there and is for such colors is taken.
 *
 * @param rgb those for red, green and blue; if none can be taken, sRGB
 * @param gray those for gray; if none can be taken, the gray of sRGB
 * @param cmyk those for inks; if none can be taken, these are plain filters
 * @param required whether a damaged one is an error; else it counts as not there
 */
public record NamedProfiles(List<SourceKey> rgb, List<SourceKey> gray, List<SourceKey> cmyk, boolean required) {

    /** No profile at all. */
    public static final NamedProfiles NONE = new NamedProfiles(List.of(), List.of(), List.of(), true);

    public NamedProfiles {
        rgb = List.copyOf(rgb);
        gray = List.copyOf(gray);
        cmyk = List.copyOf(cmyk);
    }

    /** The profiles for colors of some kind. */
    public List<SourceKey> of(Samples samples) {
        return switch (samples) {
            case RGB, YCC -> rgb;
            case GRAY -> gray;
            case CMYK -> cmyk;
        };
    }

    /** The same for an image that is drawn even if a profile is damaged. */
    public NamedProfiles tolerant() {
        return equals(NONE) ? this : new NamedProfiles(rgb, gray, cmyk, false);
    }
}
