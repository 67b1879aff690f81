package dev.understudy.engine.plan;

import dev.understudy.image.Tolerance;
import dev.understudy.source.SourceKey;
import java.util.List;
import java.util.Locale;

/**
 * The file of an image, and how it is taken: as the catalog says that the image belongs to.
 *
 * @param key the file
 * @param tolerance how damage in it is taken, {@code attribute::Tolerance}
 * @param profiles what its colors mean if it does not say so itself
 * @param variables what is filled into it before it is read, by name; none but for vector images
 */
public record ImageFile(SourceKey key, Tolerance tolerance, NamedProfiles profiles, List<FilledVariable> variables) {

    public ImageFile {
        variables = List.copyOf(variables);
    }

    /** A file into which nothing is filled. */
    public ImageFile(SourceKey key, Tolerance tolerance, NamedProfiles profiles) {
        this(key, tolerance, profiles, List.of());
    }

    /** A file of whose colors nothing is known but what it says itself. */
    public ImageFile(SourceKey key, Tolerance tolerance) {
        this(key, tolerance, NamedProfiles.NONE);
    }

    /** The same file with other profiles for its colors. */
    public ImageFile with(NamedProfiles newProfiles) {
        return new ImageFile(key, tolerance, newProfiles, variables);
    }

    /** The same file with variables filled in, if its name is that of a vector image; only such files have some. */
    public ImageFile filled(List<FilledVariable> values) {
        String name = key.path().toLowerCase(Locale.ROOT);
        boolean vector = name.endsWith(".svg") || name.endsWith(".svgz");
        return vector ? new ImageFile(key, tolerance, profiles, values) : this;
    }
}
