package dev.understudy.source;

/**
 * Names a file the way the catalogs do. It is found by joining the server's root, {@code rootPath} and {@code path} from
 * the right until an absolute path stands; several server roots are tried in order.
 *
 * @param kind what it is for, which chooses the server's roots
 * @param rootPath {@code attribute::RootPath} (or {@code StaticContentRootPath}), may be empty
 * @param path {@code catalog::Path} or the path in a request
 * @param fromCatalog whether {@code path} comes from a catalog; one from a request is always relative
 */
public record SourceKey(Kind kind, String rootPath, String path, boolean fromCatalog) {

    /** What a file is for. */
    public enum Kind {
        IMAGE,
        STATIC_CONTENT,
        /** A file of a font map, which is found as images are. */
        FONT,
        /** A color profile that a catalog names, which is found as images are. */
        PROFILE,
        /** The image of a record that names no file: it is never there. */
        ABSENT,
        /** An image on a foreign server; {@code path} is its URL. */
        FOREIGN
    }

    /** What stands for the file of a record that names none. */
    public static SourceKey absent(String rootId, String id) {
        return new SourceKey(Kind.ABSENT, rootId, id, true);
    }

    /**
     * The file of a color profile.
     *
     * @param fromCatalog whether a catalog names it, and no request
     */
    public static SourceKey profile(String rootPath, String path, boolean fromCatalog) {
        return new SourceKey(Kind.PROFILE, rootPath, path, fromCatalog);
    }

    /** A file of a font map. */
    public static SourceKey font(String rootPath, String path) {
        return new SourceKey(Kind.FONT, rootPath, path, true);
    }

    /** An image on a foreign server. */
    public static SourceKey foreign(ForeignUrl url) {
        return new SourceKey(Kind.FOREIGN, "", url.toString(), false);
    }

    /** Whether the source is on a foreign server. */
    public boolean isForeign() {
        return kind == Kind.FOREIGN;
    }

    /** The name for messages; of a URL without its query. */
    @Override
    public String toString() {
        if (isForeign()) {
            int query = path.indexOf('?');
            return query < 0 ? path : path.substring(0, query) + "?***";
        }
        if (rootPath.isEmpty() || path.startsWith("/")) {
            return path;
        }
        int options = RootUrl.isUrl(rootPath) ? rootPath.indexOf('?') : -1;
        return (options < 0 ? rootPath : rootPath.substring(0, options)) + "/" + path;
    }
}
