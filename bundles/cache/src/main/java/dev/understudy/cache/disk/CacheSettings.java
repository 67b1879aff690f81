package dev.understudy.cache.disk;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where replies are kept, and how many.
 *
 * <p>Source: the reference's page on server caches.
 *
 * @param folders the root folders, all used alike; none to keep nothing
 * @param maxBytes of all entries together, 1 or more, without what the file system adds
 * @param maxEntries 1 or more
 */
public record CacheSettings(List<Path> folders, long maxBytes, int maxEntries) {

    public CacheSettings {
        folders = List.copyOf(folders);
        requirePositive("cache.maxSize", maxBytes);
        requirePositive("cache.maxEntries", maxEntries);
        folders.forEach(CacheSettings::requireFolder);
    }

    /**
     * The settings as they are configured.
     *
     * @param rootPaths folders separated by semicolons, relative ones to the working directory
     * @throws IllegalArgumentException naming the setting and what is allowed
     */
    public static CacheSettings of(String rootPaths, long maxSize, int maxEntries) {
        List<Path> folders = Arrays.stream(rootPaths.split(";"))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .map(CacheSettings::folder)
                .distinct()
                .toList();
        return new CacheSettings(folders, maxSize, maxEntries);
    }

    /** For people: what is kept where. */
    @Override
    public String toString() {
        return folders.isEmpty()
                ? "off (cache.rootPaths is empty)"
                : "at most " + maxBytes + " bytes and " + maxEntries + " entries in "
                        + folders.stream().map(Path::toString).collect(Collectors.joining(";"));
    }

    private static Path folder(String path) {
        try {
            return Path.of(path).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "cache.rootPaths: '" + path + "' is no path; allowed: folders separated by semicolons", e);
        }
    }

    private static void requireFolder(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "cache.rootPaths: " + folder + " is a file; allowed: folders separated by semicolons");
        }
    }

    private static void requirePositive(String setting, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + ": " + value + " is too small; allowed: 1 or more");
        }
    }
}
