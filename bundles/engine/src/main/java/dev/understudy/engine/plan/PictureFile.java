package dev.understudy.engine.plan;

import dev.understudy.image.Tolerance;
import dev.understudy.source.SourceKey;

/**
 * The file of a picture, and how it is taken: as the catalog says that the picture belongs to.
 *
 * @param key the file
 * @param tolerance how damage in it is taken, {@code attribute::Tolerance}
 * @param profiles what its colours mean if it does not say so itself
 */
public record PictureFile(SourceKey key, Tolerance tolerance, SourceProfiles profiles) {

    /** A file of whose colours nothing is known but what it says itself. */
    public PictureFile(SourceKey key, Tolerance tolerance) {
        this(key, tolerance, SourceProfiles.NONE);
    }

    /** The same file with other profiles for its colours. */
    public PictureFile with(SourceProfiles newProfiles) {
        return new PictureFile(key, tolerance, newProfiles);
    }
}
