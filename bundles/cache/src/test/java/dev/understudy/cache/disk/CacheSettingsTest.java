package dev.understudy.cache.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheSettingsTest {

    @Test
    void foldersAreSeparatedBySemicolons(@TempDir Path folder) {
        Path a = folder.resolve("a");
        Path b = folder.resolve("b");
        CacheSettings settings = CacheSettings.of(" " + a + " ;; " + b + ";" + a + "/", 1000, 10);
        assertEquals(List.of(a, b), settings.folders());
        assertEquals("at most 1000 bytes and 10 entries in " + a + ";" + b, settings.toString());
    }

    @Test
    void noneMeansOff() {
        CacheSettings settings = CacheSettings.of(" ; ", 1, 1);
        assertEquals(List.of(), settings.folders());
        assertTrue(settings.toString().startsWith("off"));
    }

    @Test
    void badValuesAreNamed(@TempDir Path folder) throws Exception {
        assertMessage("cache.maxSize: 0 is too small; allowed: 1 or more", "", 0, 1);
        assertMessage("cache.maxEntries: -5 is too small; allowed: 1 or more", "", 1, -5);
        assertMessage("cache.rootPaths: 'a\0b' is no path; allowed: folders separated by semicolons", "a\0b", 1, 1);
        Path file = Files.writeString(folder.resolve("file"), "");
        assertMessage(
                "cache.rootPaths: " + file + " is a file; allowed: folders separated by semicolons",
                file.toString(),
                1,
                1);
    }

    private static void assertMessage(String message, String rootPaths, long maxSize, int maxEntries) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> CacheSettings.of(rootPaths, maxSize, maxEntries));
        assertEquals(message, refused.getMessage());
    }
}
