package dev.understudy.engine.plan;

import dev.understudy.image.Tolerance;
import dev.understudy.source.SourceKey;
import java.util.List;

/**
 * The file of an image, and how it is taken: as the catalog says that the image belongs to.
 *
 * @param key the file
 * @param tolerance how damage in it is taken, {@code attribute::Tolerance}
 * @param profiles what its colors mean if it does not say so itself
 * @param variables what is filled into it before it is read, by name; none but for vector images
 * @param images what it takes from requests; none but for vector images that have been looked into
 */
public record ImageFile(
        SourceKey key,
        Tolerance tolerance,
        NamedProfiles profiles,
        List<FilledVariable> variables,
        List<EmbeddedImage> images) {

    public ImageFile {
        variables = List.copyOf(variables);
        images = List.copyOf(images);
    }

    /** A file into which nothing is filled. */
    public ImageFile(SourceKey key, Tolerance tolerance, NamedProfiles profiles) {
        this(key, tolerance, profiles, List.of(), List.of());
    }

    /** A file of whose colors nothing is known but what it says itself. */
    public ImageFile(SourceKey key, Tolerance tolerance) {
        this(key, tolerance, NamedProfiles.NONE);
    }

    /** The same file with other profiles for its colors. */
    public ImageFile with(NamedProfiles newProfiles) {
        return new ImageFile(key, tolerance, newProfiles, variables, images);
    }

    /** The same file with variables filled in, if its name is that of a vector image; only such files have some. */
    public ImageFile filled(List<FilledVariable> values) {
        return isVector() ? new ImageFile(key, tolerance, profiles, values, images) : this;
    }

    /** The same file with the images that it takes from requests. */
    public ImageFile with(List<EmbeddedImage> newImages) {
        return new ImageFile(key, tolerance, profiles, variables, newImages);
    }

    /** Whether its name is that of a vector image. */
    public boolean isVector() {
        String name = key.path();
        return endsWith(name, ".svg") || endsWith(name, ".svgz");
    }

    private static boolean endsWith(String name, String end) {
        return name.regionMatches(true, name.length() - end.length(), end, 0, end.length());
    }
}
