package dev.understudy.levels.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.settings.SettingTableContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LevelSettingsTest extends SettingTableContract<LevelSettings> {

    LevelSettingsTest() {
        super(LevelSettingTable.TABLE, LevelSettings::of, Map.of(LevelSettingTable.FOLDER, List.of("a\0b")));
    }

    private static LevelSettings settings(Map<String, Object> written) {
        return LevelSettings.of(LevelSettingTable.TABLE.read(written).values());
    }

    @Test
    void theValuesArriveWhereTheyAreUsed() {
        LevelSettings settings = settings(Map.of(
                "levels.folder",
                "/a",
                "levels.maxSize",
                "5",
                "levels.minPixels",
                "7",
                "levels.fullSizePixels",
                "9",
                "levels.zoomPixels",
                "11"));
        assertEquals(new LevelSettings(Optional.of(Path.of("/a")), 5, 7, 9, 11), settings);
        assertEquals("of sources from 7 pixels on, at most 5 bytes in /a", settings.toString());
    }

    @Test
    void noFolderMeansOff() {
        assertEquals(Optional.empty(), settings(Map.of()).folder());
        assertTrue(settings(Map.of()).toString().startsWith("off"));
    }

    @Test
    void nothingIsThrownAwayBecauseOfALimitThatCannotBeUsed() {
        assertEquals(
                Optional.empty(),
                settings(Map.of("levels.folder", "/a", "levels.maxSize", "5G")).folder());
    }
}
