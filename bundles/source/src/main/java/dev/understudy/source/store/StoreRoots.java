package dev.understudy.source.store;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalogs;
import dev.understudy.failure.ServeException;
import dev.understudy.source.RootUrl;
import dev.understudy.source.SourceKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The roots that are stores, each list in the order in which it is searched.
 *
 * @param images those in {@code image.rootPath}
 * @param staticContent those in {@code staticContent.rootPath}
 */
public record StoreRoots(List<RootUrl> images, List<RootUrl> staticContent) {

    public StoreRoots {
        images = List.copyOf(images);
        staticContent = List.copyOf(staticContent);
    }

    /** The roots in which a file is looked for; none for one that is on this machine in any case. */
    List<RootUrl> of(SourceKey key) throws ServeException {
        List<RootUrl> roots = switch (key.kind()) {
            case IMAGE, FONT, PROFILE -> images;
            case STATIC_CONTENT -> staticContent;
            case ABSENT, FOREIGN -> List.of();
        };
        if (key.kind() != SourceKey.Kind.ABSENT && !key.isForeign() && RootUrl.isUrl(key.rootPath())) {
            return List.of(catalogRoot(key));
        }
        return isAbsolute(key.rootPath()) || (key.fromCatalog() && isAbsolute(key.path())) ? List.of() : roots;
    }

    /** The stores of these roots, and those of catalogs. */
    Set<RootUrl> stores(Catalogs catalogs) {
        Stream<RootUrl> ofServer = Stream.concat(images.stream(), staticContent.stream());
        Stream<RootUrl> ofCatalogs = Stream.concat(Stream.of(catalogs.defaultCatalog()), catalogs.all().stream())
                .flatMap(catalog ->
                        Stream.of(catalog.get(Attributes.ROOT_PATH), catalog.get(Attributes.STATIC_CONTENT_ROOT_PATH)))
                .filter(RootUrl::isUrl)
                .distinct()
                .flatMap(StoreRoots::readable);
        return Stream.concat(ofServer, ofCatalogs).map(RootUrl::store).collect(Collectors.toSet());
    }

    private static Stream<RootUrl> readable(String rootPath) {
        try {
            return Stream.of(RootUrl.of(rootPath));
        } catch (IllegalArgumentException e) {
            return Stream.of(); // no file is found there
        }
    }

    /** Whether a catalog's root path itself is a store, so that no folder has its files. */
    static boolean isStore(SourceKey key) {
        return RootUrl.isUrl(key.rootPath()) && !key.isForeign();
    }

    private static RootUrl catalogRoot(SourceKey key) throws ServeException {
        try {
            return RootUrl.of(key.rootPath());
        } catch (IllegalArgumentException e) {
            throw StoreFailures.unusableRoot(key, e);
        }
    }

    private static boolean isAbsolute(String path) {
        return path.startsWith("/");
    }
}
