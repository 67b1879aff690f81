package dev.understudy.source.file;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.source.SourceKey;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folders of the catalogs, by their root paths: none is to be entered through another one. */
final class TenantFolders {

    private final Supplier<Catalogs> catalogs;

    TenantFolders(Supplier<Catalogs> catalogs) {
        this.catalogs = catalogs;
    }

    /**
     * Whether a link leads into the folder of a catalog from outside.
     *
     * @param link where the link stands, without links in it
     * @param target where it leads to, without links in it
     * @param roots the server's roots
     */
    boolean isEntered(SourceKey.Kind kind, Path link, Path target, List<Path> roots) {
        return rootPaths(kind).stream()
                .flatMap(rootPath -> folders(rootPath, roots))
                .anyMatch(folder -> target.startsWith(folder) && !link.startsWith(folder));
    }

    private Set<String> rootPaths(SourceKey.Kind kind) {
        Attribute<String> attribute =
                kind == SourceKey.Kind.STATIC_CONTENT ? Attributes.STATIC_CONTENT_ROOT_PATH : Attributes.ROOT_PATH;
        Catalogs now = catalogs.get();
        Stream<Catalog> all = Stream.concat(Stream.of(now.defaultCatalog()), now.all().stream());
        return all.map(catalog -> catalog.get(attribute))
                .filter(rootPath -> !rootPath.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Stream<Path> folders(String rootPath, List<Path> roots) {
        return roots.stream().map(root -> real(root, rootPath)).flatMap(List::stream);
    }

    /** The folder without links in its path; none when it is not there. */
    private static List<Path> real(Path root, String rootPath) {
        try {
            return List.of(root.resolve(rootPath).toRealPath());
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }
}
