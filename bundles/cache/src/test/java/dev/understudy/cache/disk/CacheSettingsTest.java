package dev.understudy.cache.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.settings.SettingReading;
import dev.understudy.settings.SettingTableContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheSettingsTest extends SettingTableContract<CacheSettings> {

    CacheSettingsTest() {
        super(
                CacheSettingTable.TABLE,
                CacheSettings::of,
                Map.of(CacheSettingTable.FOLDERS, List.of("a\0b", "/dev/null", "/tmp;/dev/null")));
    }

    private static SettingReading read(String rootPaths, Object maxSize, Object maxEntries) {
        return CacheSettingTable.TABLE.read(
                Map.of("cache.rootPaths", rootPaths, "cache.maxSize", maxSize, "cache.maxEntries", maxEntries));
    }

    private static CacheSettings settings(String rootPaths, Object maxSize, Object maxEntries) {
        return CacheSettings.of(read(rootPaths, maxSize, maxEntries).values());
    }

    @Test
    void foldersAreSeparatedBySemicolons(@TempDir Path folder) {
        Path a = folder.resolve("a");
        Path b = folder.resolve("b");
        CacheSettings settings = settings(" " + a + " ;; " + b + ";" + a + "/", 1000, 10);
        assertEquals(List.of(a, b), settings.folders());
        assertEquals("at most 1000 bytes and 10 entries in " + a + ";" + b, settings.toString());
    }

    @Test
    void noneMeansOff() {
        CacheSettings settings = settings(" ; ", 1, 1);
        assertEquals(List.of(), settings.folders());
        assertTrue(settings.toString().startsWith("off"));
        assertTrue(settings.toString().contains("cache.rootPaths"));
    }

    @Test
    void repliesInMemoryHaveALimitOfTheirOwn() {
        assertEquals(64 << 20, settings("", 1, 1).memory());
        assertEquals(
                0,
                CacheSettings.of(CacheSettingTable.TABLE
                                .read(Map.of("cache.memory", 0))
                                .values())
                        .memory());
        assertEquals(
                List.of("dev.understudy.cache: cache.memory: '-1' is not a valid value; allowed: an integer from 0 to"
                        + " 9223372036854775807"),
                CacheSettingTable.TABLE.read(Map.of("cache.memory", -1)).problems().stream()
                        .map(problem -> problem.message())
                        .toList());
    }

    @Test
    void nothingIsThrownAwayBecauseOfALimitThatCannotBeUsed() {
        assertEquals(List.of(), settings("/a", "500G", "10").folders());
        assertEquals(List.of(), settings("/a", "1000", "lots").folders());
    }

    @Test
    void badValuesAreNamed(@TempDir Path folder) throws Exception {
        String large = "; allowed: an integer from 1 to 9223372036854775807";
        assertMessage("cache.maxSize: '0' is not a valid value" + large, "", 0, 1);
        assertMessage("cache.maxSize: '1G' is not a valid value" + large, "", "1G", 1);
        assertMessage(
                "cache.maxEntries: '-5' is not a valid value; allowed: an integer from 1 to 2147483647", "", 1, -5);
        String folders = "; allowed: folders separated by ';', or empty for none";
        assertMessage(
                "cache.rootPaths (UNDERSTUDY_CACHE): 'a b' is not a valid value ('a b' is not a path)" + folders,
                "a\0b",
                1,
                1);
        Path file = Files.writeString(folder.resolve("file"), "");
        assertMessage(
                "cache.rootPaths (UNDERSTUDY_CACHE): '/;" + file + "' is not a valid value ('" + file + "' is a file)"
                        + folders,
                "/;" + file,
                1,
                1);
        assertMessage(
                "cache.rootPaths (UNDERSTUDY_CACHE): '" + file + "/a/b' is not a valid value ('" + file + "' is a file)"
                        + folders,
                file + "/a/b",
                1,
                1);
    }

    private static void assertMessage(String message, String rootPaths, Object maxSize, Object maxEntries) {
        assertEquals(
                "dev.understudy.cache: " + message,
                read(rootPaths, maxSize, maxEntries).problems().get(0).message());
    }
}
