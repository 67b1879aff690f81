package dev.understudy.levels.file;

import dev.understudy.settings.SettingValues;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where levels are kept, and how many.
 *
 * @param folder the folder, empty to keep none
 * @param maxBytes bytes of all levels together
 * @param minPixels pixels of a source whose levels are kept, at least
 * @param fullSizePixels pixels of a source that is kept at its full size, too, at most
 * @param zoomPixels pixels of a source that is kept so once a reply has needed its full size, at most
 */
public record LevelSettings(
        Optional<Path> folder, long maxBytes, long minPixels, long fullSizePixels, long zoomPixels) {

    public LevelSettings {
        if (maxBytes < 1 || minPixels < 1) {
            throw new IllegalArgumentException("a limit below 1");
        }
    }

    /**
     * The settings of a configuration. With a limit that cannot be used no levels are kept: another limit could throw away what a
     * larger one holds.
     */
    public static LevelSettings of(SettingValues values) {
        boolean limited = !values.isReplaced(LevelSettingTable.MAX_SIZE);
        return new LevelSettings(
                limited ? values.get(LevelSettingTable.FOLDER) : Optional.empty(),
                values.get(LevelSettingTable.MAX_SIZE),
                values.get(LevelSettingTable.MIN_PIXELS),
                values.get(LevelSettingTable.FULL_SIZE_PIXELS),
                values.get(LevelSettingTable.ZOOM_PIXELS));
    }

    /** For people: the limits and the folder. */
    @Override
    public String toString() {
        return folder.map(path ->
                        "of sources from " + minPixels + " pixels on, at most " + maxBytes + " bytes in " + path)
                .orElse("off (no folder in " + LevelSettingTable.FOLDER.name() + ")");
    }
}
