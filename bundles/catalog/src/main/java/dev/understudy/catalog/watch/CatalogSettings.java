package dev.understudy.catalog.watch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the catalogs are and how they are watched.
 *
 * @param folder the folder of the attribute files, absolute; empty when all tenants come by configuration
 * @param refreshInterval time between two looks
 * @param modificationWaitTime how long a change must have rested before it is loaded
 * @param allowDefaultCatalogRequests whether requests may do without a catalog in their path
 */
public record CatalogSettings(
        Optional<Path> folder,
        Duration refreshInterval,
        Duration modificationWaitTime,
        boolean allowDefaultCatalogRequests) {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    public CatalogSettings {
        if (refreshInterval.compareTo(SHORTEST) < 0 || refreshInterval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("catalog.refreshInterval is " + refreshInterval.toMillis()
                    + "; allowed: 100 to 3600000 milliseconds");
        }
        if (modificationWaitTime.isNegative() || modificationWaitTime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("catalog.modificationWaitTime is " + modificationWaitTime.toMillis()
                    + "; allowed: 0 to 3600000 milliseconds");
        }
    }

    /** Settings as configured: a folder that may be empty, and milliseconds. */
    public static CatalogSettings of(
            String rootPath, long refreshInterval, long modificationWaitTime, boolean allowDefaultCatalogRequests) {
        return new CatalogSettings(
                folder(rootPath),
                Duration.ofMillis(refreshInterval),
                Duration.ofMillis(modificationWaitTime),
                allowDefaultCatalogRequests);
    }

    private static Optional<Path> folder(String rootPath) {
        try {
            return rootPath.isBlank()
                    ? Optional.empty()
                    : Optional.of(Path.of(rootPath.strip()).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("catalog.rootPath is '" + rootPath + "', which cannot be a folder", e);
        }
    }

    /** What the names of data files are relative to. */
    Path base() {
        return folder.orElse(Path.of("").toAbsolutePath());
    }
}
