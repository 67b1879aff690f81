package dev.understudy.observe;

import dev.understudy.observe.CachedReplies.ReplyOrigin;
import dev.understudy.source.SourceKey;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which replies are meant, by what they were made of: those that any of the parts applies to. Unlike other conditions, a selection can be told
 * to other servers.
 *
 * @param all whether all are meant
 * @param objects objects of requests, as {@code catalog/id}
 * @param catalogs root ids: all of their objects
 * @param rootPaths root paths: all files below
 * @param files files
 */
public record ReplySelection(
        boolean all, Set<String> objects, Set<String> catalogs, Set<String> rootPaths, Set<SelectedFile> files)
        implements Predicate<ReplyOrigin> {

    /** The selection of all replies. */
    public static final ReplySelection ALL = new ReplySelection(true, Set.of(), Set.of(), Set.of(), Set.of());

    public ReplySelection {
        objects = Set.copyOf(objects);
        catalogs = Set.copyOf(catalogs);
        rootPaths = Set.copyOf(rootPaths);
        files = Set.copyOf(files);
    }

    /**
     * A file, under each extension that its catalog may add.
     *
     * @param rootPath as in {@link SourceKey}
     * @param path as in {@link SourceKey}, perhaps without its extension
     */
    public record SelectedFile(String rootPath, String path) {

        boolean isNameOf(SourceKey source) {
            return source.rootPath().equals(rootPath)
                    && (source.path().equals(path) || source.path().startsWith(path + "."));
        }
    }

    /** The selection of the objects and files of a catalog. */
    public static ReplySelection ofCatalog(String rootId, String rootPath) {
        return new ReplySelection(false, Set.of(), Set.of(rootId), Set.of(rootPath), Set.of());
    }

    /** The selection of the replies that some objects or files are in. */
    public static ReplySelection of(Set<String> objects, Set<SelectedFile> files) {
        return new ReplySelection(false, objects, Set.of(), Set.of(), files);
    }

    @Override
    public boolean test(ReplyOrigin origin) {
        return all || hasObject(origin.objects()) || origin.sources().stream().anyMatch(this::hasSource);
    }

    /** Whether a source is meant, which is one of nothing in particular. */
    public boolean concerns(SourceKey source) {
        return all || hasSource(source);
    }

    private boolean hasObject(List<String> named) {
        return named.stream()
                .anyMatch(name ->
                        objects.contains(name) || catalogs.stream().anyMatch(rootId -> name.startsWith(rootId + "/")));
    }

    private boolean hasSource(SourceKey source) {
        return rootPaths.contains(source.rootPath()) || files.stream().anyMatch(file -> file.isNameOf(source));
    }
}
