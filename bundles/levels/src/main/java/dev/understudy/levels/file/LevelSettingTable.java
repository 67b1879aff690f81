package dev.understudy.levels.file;

import static dev.understudy.settings.SettingSyntax.folder;
import static dev.understudy.settings.SettingSyntax.large;

import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingTable;
import java.nio.file.Path;
import java.util.Optional;

/** The rows of the settings of levels. {@link SettingRow} tells the columns. */
public final class LevelSettingTable {

    private static final SettingTable.Builder ROWS =
            SettingTable.of("dev.understudy.levels", "Understudy levels of sources");

    // @formatter:off
    static final SettingRow<Optional<Path>> FOLDER = ROWS.add("levels.folder", "", "", "", folder(), "folder in which large sources are kept at 1/2, 1/4 and 1/8 of their size; empty for none");
    static final SettingRow<Long> MAX_SIZE = ROWS.add("levels.maxSize", "", "", "1073741824", large(1, Long.MAX_VALUE), "bytes in all, about one for each pixel of a source, 2.5 to 4 of one that is kept at its full size, too; the least recently used levels go first, of those at full size as long as they have more than half");
    static final SettingRow<Long> MIN_PIXELS = ROWS.add("levels.minPixels", "", "", "1000000", large(1, Long.MAX_VALUE), "pixels from which on a source is kept so");
    static final SettingRow<Long> FULL_SIZE_PIXELS = ROWS.add("levels.fullSizePixels", "", "", "8000000", large(0, Long.MAX_VALUE), "pixels up to which a source is kept at its full size, too, as replies are often more than half as large; 0 for none");
    static final SettingRow<Long> ZOOM_PIXELS = ROWS.add("levels.zoomPixels", "", "", "40000000", large(0, Long.MAX_VALUE), "pixels up to which a larger source is kept at its full size, too, once it has been asked for at that size, whole or in part, as viewers that zoom do; 0 for none");
    // @formatter:on

    /** All rows. */
    public static final SettingTable TABLE = ROWS.build();

    private LevelSettingTable() {}
}
