package dev.understudy.source.store;

import dev.understudy.failure.ServeException;
import dev.understudy.source.RootUrl;
import dev.understudy.source.SourceKey;
import java.util.ArrayDeque;
import java.util.Deque;

/** Names objects as catalogs and requests name files. No name leaves its root, or the folder of its catalog. */
final class ObjectNames {

    private ObjectNames() {}

    /**
     * The name of a file in the store of a root.
     *
     * @throws ServeException {@code source.unreadable} when it would lead out of the root or out of the catalog's folder;
     *     {@code source.missing} and its like when no object can have it
     */
    static String of(RootUrl root, SourceKey key) throws ServeException {
        String folder = RootUrl.isUrl(key.rootPath()) ? "" : below(key, key.rootPath());
        String path = below(key, relative(key));
        if (path.isEmpty() || path.endsWith("/") || path.indexOf('\0') >= 0) {
            throw StoreFailures.missing(key);
        }
        return root.prefix() + (folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/") + path;
    }

    private static String relative(SourceKey key) {
        return key.fromCatalog() && key.path().startsWith("/") ? key.path().substring(1) : key.path();
    }

    /** The path without {@code .} and {@code ..}. */
    private static String below(SourceKey key, String path) throws ServeException {
        Deque<String> elements = new ArrayDeque<>();
        for (String element : path.split("/", -1)) {
            if (element.equals("..")) {
                if (elements.pollLast() == null) {
                    throw StoreFailures.outside(key);
                }
            } else if (!element.equals(".")) {
                elements.addLast(element);
            }
        }
        return String.join("/", elements);
    }
}
