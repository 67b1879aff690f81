package dev.understudy.cache.disk;

import dev.understudy.settings.SettingValues;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The folders and limits of the cache.
 *
 * <p>Source: the reference's page on server caches.
 *
 * @param folders the root folders, all used alike; none to cache nothing
 * @param maxBytes of all entries together, 1 or more, without what the file system adds
 * @param maxEntries 1 or more
 * @param memory bytes of replies that are kept in memory, too
 */
public record CacheSettings(List<Path> folders, long maxBytes, int maxEntries, long memory) {

    public CacheSettings {
        folders = List.copyOf(folders);
        if (maxBytes < 1 || maxEntries < 1 || memory < 0) {
            throw new IllegalArgumentException("a limit that is too low");
        }
    }

    /**
     * The settings of a configuration. With a limit that cannot be used nothing is cached: another limit could throw away what a
     * larger cache holds.
     */
    public static CacheSettings of(SettingValues values) {
        boolean limited =
                !values.isReplaced(CacheSettingTable.MAX_SIZE) && !values.isReplaced(CacheSettingTable.MAX_ENTRIES);
        return new CacheSettings(
                limited ? values.get(CacheSettingTable.FOLDERS) : List.of(),
                values.get(CacheSettingTable.MAX_SIZE),
                values.get(CacheSettingTable.MAX_ENTRIES),
                values.get(CacheSettingTable.MEMORY));
    }

    /** For people: the limits and the folders. */
    @Override
    public String toString() {
        return folders.isEmpty()
                ? "off (no folder in " + CacheSettingTable.FOLDERS.name() + ")"
                : "at most " + maxBytes + " bytes and " + maxEntries + " entries in "
                        + folders.stream().map(Path::toString).collect(Collectors.joining(";"));
    }
}
