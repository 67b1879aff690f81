package dev.understudy.catalog.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogSettingsTest {

    @Test
    void theFolderIsMadeAbsolute() {
        assertEquals(
                Optional.of(Path.of("catalogs").toAbsolutePath()),
                CatalogSettings.of(" ./catalogs ", 1000, 300, true).folder());
        assertEquals(Optional.empty(), CatalogSettings.of("", 1000, 0, true).folder());
    }

    @Test
    void refusalsNameTheSettingAndWhatIsAllowed() {
        assertRefused("catalog.refreshInterval is 99; allowed: 100 to 3600000 milliseconds", "c", 99, 300);
        assertRefused("catalog.refreshInterval is -1; allowed: 100 to 3600000 milliseconds", "c", -1, 300);
        assertRefused("catalog.modificationWaitTime is -1; allowed: 0 to 3600000 milliseconds", "c", 1000, -1);
        assertRefused("catalog.rootPath is 'a\0b', which cannot be a folder", "a\0b", 1000, 300);
    }

    private static void assertRefused(String message, String rootPath, long interval, long wait) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> CatalogSettings.of(rootPath, interval, wait, true));
        assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
    }
}
