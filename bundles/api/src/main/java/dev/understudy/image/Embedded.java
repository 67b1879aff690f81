package dev.understudy.image;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds beside its image. A format that cannot hold something leaves it out.
 *
 * @param resolution pixels an inch, 0 for none
 * @param profile the ICC profile of the image, null for none
 * @param xmp the XMP packet, null for none
 * @param paths the paths, in fractions of the image
 */
public record Embedded(
        double resolution,
        @Nullable ColorProfile profile,
        @Nullable Xmp xmp,
        List<EmbeddedPath> paths) {

    /** Notes of a file that has none. */
    public static final Embedded NOTHING = new Embedded(0, null, null, List.of());

    public Embedded {
        paths = List.copyOf(paths);
    }

    /** The same with a resolution in pixels an inch, 0 for none. */
    public Embedded withResolution(double inch) {
        return new Embedded(inch, profile, xmp, paths);
    }

    /** The same with an ICC profile, null for none. */
    public Embedded withProfile(@Nullable ColorProfile newProfile) {
        return new Embedded(resolution, newProfile, xmp, paths);
    }

    /** The same with an XMP packet, null for none. */
    public Embedded withXmp(@Nullable Xmp packet) {
        return new Embedded(resolution, profile, packet, paths);
    }

    /** The same with paths, in fractions of the image. */
    public Embedded withPaths(List<EmbeddedPath> newPaths) {
        return new Embedded(resolution, profile, xmp, newPaths);
    }
}
