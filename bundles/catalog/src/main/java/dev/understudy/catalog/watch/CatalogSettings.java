package dev.understudy.catalog.watch;

import dev.understudy.settings.SettingValues;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The place of the catalogs and the way they are watched.
 *
 * @param folder the folder of the attribute files, absolute; empty when all tenants come by configuration
 * @param refreshInterval the time between two scans
 * @param modificationWaitTime the time for which a change must have rested before it is loaded
 * @param allowDefaultCatalogRequests whether requests may do without a catalog in their path
 */
public record CatalogSettings(
        Optional<Path> folder,
        Duration refreshInterval,
        Duration modificationWaitTime,
        boolean allowDefaultCatalogRequests) {

    /** The settings of a configuration. */
    public static CatalogSettings of(SettingValues values) {
        return new CatalogSettings(
                values.get(CatalogSettingTable.FOLDER),
                values.get(CatalogSettingTable.REFRESH_INTERVAL),
                values.get(CatalogSettingTable.MODIFICATION_WAIT_TIME),
                values.get(CatalogSettingTable.ALLOW_DEFAULT_CATALOG_REQUESTS));
    }

    /** The folder that the names of data files are relative to. */
    Path base() {
        return folder.orElse(Path.of("").toAbsolutePath());
    }
}
