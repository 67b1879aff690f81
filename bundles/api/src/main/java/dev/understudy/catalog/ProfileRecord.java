package dev.understudy.catalog;

/**
 * An entry of an ICC profile map: a name for the file of a color profile.
 *
 * <p>Source: the reference's pages on the ICC profile map.
 *
 * @param name {@code icc::Name}, exactly as attributes write it
 * @param path {@code icc::ProfilePath}; found as {@code catalog::Path} is
 * @param rootPath {@code attribute::RootPath} of the catalog that has the entry
 */
public record ProfileRecord(String name, String path, String rootPath) {

    /** The same entry of a catalog with this {@code attribute::RootPath}. */
    public ProfileRecord withRootPath(String newRootPath) {
        return new ProfileRecord(name, path, newRootPath);
    }
}
