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
 * @param origin {@link Origin#version()}
 * @param files the data files
 */
public record Version(Object origin, Map<Path, FileStamp> files) {

    public Version {
        files = Map.copyOf(files);
    }

    /** The present state of a catalog of these data files. */
    public static Version of(Origin origin, Set<Path> files) {
        return new Version(
                origin.version(), files.stream().collect(Collectors.toMap(Function.identity(), FileStamp::of)));
    }
}
