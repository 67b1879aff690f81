package dev.understudy.engine.profile;

import dev.understudy.engine.color.Misfits;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Samples;
import dev.understudy.source.Stamp;
import java.util.Optional;

/**
 * A color profile that can be used.
 *
 * @param stamp the state of its file
 * @param profile the whole of it
 * @param samples the images that it is for: GRAY, RGB or CMYK; empty for others and none
 */
public record LoadedProfile(Stamp stamp, ColorProfile profile, Optional<Samples> samples) {

    /** The name of the file, for messages. */
    public String name() {
        return stamp.key().toString();
    }

    /** Whether the profile is for images of such samples. */
    boolean fits(Samples image) {
        return samples.filter(own -> Misfits.isFor(own, image)).isPresent();
    }
}
