package dev.understudy.catalog.load;

import dev.understudy.catalog.file.FileStamp;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The state of everything that a catalog is made of.
 *
 * @param origin {@link CatalogSource#version()}
 * @param files the data files
 */
public record CatalogVersion(Object origin, Map<Path, FileStamp> files) {

    public CatalogVersion {
        files = Map.copyOf(files);
    }

    /** The present state of a catalog of these data files. */
    public static CatalogVersion of(CatalogSource origin, Set<Path> files) {
        return new CatalogVersion(
                origin.version(), files.stream().collect(Collectors.toMap(Function.identity(), FileStamp::of)));
    }
}
