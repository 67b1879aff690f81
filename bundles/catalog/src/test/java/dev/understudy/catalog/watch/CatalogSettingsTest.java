package dev.understudy.catalog.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.settings.SettingReading;
import dev.understudy.settings.SettingTableContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogSettingsTest extends SettingTableContract<CatalogSettings> {

    CatalogSettingsTest() {
        super(CatalogSettingTable.TABLE, CatalogSettings::of, Map.of(CatalogSettingTable.FOLDER, List.of("a\0b")));
    }

    private static SettingReading read(String rootPath, Object interval, Object wait) {
        return CatalogSettingTable.TABLE.read(Map.of(
                "catalog.rootPath", rootPath,
                "catalog.refreshInterval", interval,
                "catalog.modificationWaitTime", wait));
    }

    @Test
    void theFolderIsMadeAbsolute() {
        assertEquals(
                Optional.of(Path.of("catalogs").toAbsolutePath()),
                CatalogSettings.of(read(" ./catalogs ", 1000, 300).values()).folder());
        assertEquals(
                Optional.empty(),
                CatalogSettings.of(read(" ", 1000, 0).values()).folder());
    }

    @Test
    void whoeverMustBeNamedIsNotLetInByMistake() {
        SettingReading reading = CatalogSettingTable.TABLE.read(Map.of("allowDefaultCatalogRequests", "flase"));
        assertTrue(!CatalogSettings.of(reading.values()).allowDefaultCatalogRequests());
        assertTrue(CatalogSettings.of(CatalogSettingTable.TABLE.defaults()).allowDefaultCatalogRequests());
    }

    @Test
    void refusalsNameTheSettingAndWhatIsAllowed() {
        assertRefused(
                "catalog.refreshInterval: '99' is not a valid value; allowed: milliseconds from 100 to 3600000",
                "c",
                99,
                300);
        assertRefused(
                "catalog.refreshInterval: '-1' is not a valid value; allowed: milliseconds from 100 to 3600000",
                "c",
                -1,
                300);
        assertRefused(
                "catalog.modificationWaitTime: '-1' is not a valid value; allowed: milliseconds from 0 to 3600000",
                "c",
                1000,
                -1);
        assertRefused(
                "catalog.rootPath (UNDERSTUDY_CATALOGS): 'a b' is not a valid value ('a b' is not a path); allowed: a folder, or empty for none",
                "a\0b",
                1000,
                300);
    }

    private static void assertRefused(String message, String rootPath, long interval, long wait) {
        assertEquals(
                "dev.understudy.catalog: " + message,
                read(rootPath, interval, wait).problems().get(0).message());
    }
}
