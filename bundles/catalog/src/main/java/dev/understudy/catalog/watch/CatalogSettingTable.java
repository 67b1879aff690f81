package dev.understudy.catalog.watch;

import static dev.understudy.settings.SettingSyntax.flag;
import static dev.understudy.settings.SettingSyntax.folder;
import static dev.understudy.settings.SettingSyntax.millis;

import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The rows of the settings of the catalogs. {@link SettingRow} tells the columns. */
public final class CatalogSettingTable {

    private static final long HOUR = 3_600_000;
    private static final SettingTable.Builder ROWS = SettingTable.of("dev.understudy.catalog", "Understudy catalogs");

    // @formatter:off
    static final SettingRow<Optional<Path>> FOLDER = ROWS.add("catalog.rootPath", "UNDERSTUDY_CATALOGS", "CS::catalog.rootPath", "", folder(), "folder of `default.ini` and the other attribute files; empty when all tenants come by configuration");
    static final SettingRow<Duration> REFRESH_INTERVAL = ROWS.add("catalog.refreshInterval", "", "CS::catalog.refreshInterval", "1000", millis(100, HOUR), "time between two scans of the files");
    static final SettingRow<Duration> MODIFICATION_WAIT_TIME = ROWS.add("catalog.modificationWaitTime", "", "CS::catalog.modificationWaitTime", "300", millis(0, HOUR), "time for which a changed file must rest before it is loaded");
    static final SettingRow<Boolean> ALLOW_DEFAULT_CATALOG_REQUESTS = ROWS.add("allowDefaultCatalogRequests", "", "PS::allowDefaultCatalogRequests", "true", "false", flag(), "whether requests may do without a catalog in their path; `req=catalogprops` may in any case");
    // @formatter:on

    /** All rows. */
    public static final SettingTable TABLE = ROWS.build();

    private CatalogSettingTable() {}
}
