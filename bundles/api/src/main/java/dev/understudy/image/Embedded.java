package dev.understudy.image;

import org.jspecify.annotations.Nullable;

/**
 * What a file holds beside its image. A format that cannot hold something leaves it out.
 *
 * @param resolution pixels an inch, 0 for none
 * @param profile the ICC profile of the image, null for none
 */
public record Embedded(double resolution, @Nullable ColorProfile profile) {

    /** Nothing at all. */
    public static final Embedded NOTHING = new Embedded(0, null);

    /** The same with a resolution in pixels an inch, 0 for none. */
    public Embedded withResolution(double inch) {
        return new Embedded(inch, profile);
    }

    /** The same with an ICC profile, null for none. */
    public Embedded withProfile(@Nullable ColorProfile newProfile) {
        return new Embedded(resolution, newProfile);
    }
}
