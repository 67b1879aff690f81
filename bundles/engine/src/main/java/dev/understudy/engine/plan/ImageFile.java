package dev.understudy.engine.plan;

import dev.understudy.image.Tolerance;
import dev.understudy.source.SourceKey;

/**
 * The file of an image, and how it is taken: as the catalog says that the image belongs to.
 *
 * @param key the file
 * @param tolerance how damage in it is taken, {@code attribute::Tolerance}
 * @param profiles what its colors mean if it does not say so itself
 */
public record ImageFile(SourceKey key, Tolerance tolerance, NamedProfiles profiles) {

    /** A file of whose colors nothing is known but what it says itself. */
    public ImageFile(SourceKey key, Tolerance tolerance) {
        this(key, tolerance, NamedProfiles.NONE);
    }

    /** The same file with other profiles for its colors. */
    public ImageFile with(NamedProfiles newProfiles) {
        return new ImageFile(key, tolerance, newProfiles);
    }
}
