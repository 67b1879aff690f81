package dev.understudy.cache.disk;

import static dev.understudy.settings.SettingSyntax.integer;
import static dev.understudy.settings.SettingSyntax.large;
import static dev.understudy.settings.SettingSyntax.list;

import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingSyntax;
import dev.understudy.settings.SettingTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rows of the settings of the response cache. {@link SettingRow} tells the columns. */
public final class CacheSettingTable {

    private static final SettingSyntax<List<Path>> ANY_FOLDERS = SettingSyntax.folders();
    private static final SettingSyntax<List<Path>> NO_FILES =
            list(ANY_FOLDERS.allowed(), ANY_FOLDERS.separator(), CacheSettingTable::folders);

    private static final SettingTable.Builder ROWS =
            SettingTable.of("dev.understudy.cache", "Understudy response cache");

    // @formatter:off
    static final SettingRow<List<Path>> FOLDERS = ROWS.add("cache.rootPaths", "UNDERSTUDY_CACHE", "PS::cache.rootPaths", "", NO_FILES, "folders of the response cache, all used alike; empty for no cache");
    static final SettingRow<Long> MAX_SIZE = ROWS.add("cache.maxSize", "", "PS::cache.maxSize", "1073741824", large(1, Long.MAX_VALUE), "bytes in all; the least recently used replies go first");
    static final SettingRow<Integer> MAX_ENTRIES = ROWS.add("cache.maxEntries", "", "PS::cache.maxEntries", "100000", integer(1, Integer.MAX_VALUE), "replies in all; the least recently used go first");
    static final SettingRow<Long> MEMORY = ROWS.add("cache.memory", "", "", "67108864", large(0, Long.MAX_VALUE), "bytes of replies that are kept in memory besides, but no more than a sixteenth of Java's memory; the least recently used go first");
    // @formatter:on

    /** The name of the setting that names the folders. */
    public static final String FOLDER_SETTING = FOLDERS.name();

    /** All rows. */
    public static final SettingTable TABLE = ROWS.build();

    private CacheSettingTable() {}

    private static List<Path> folders(String text) {
        List<Path> folders = ANY_FOLDERS.parse(text);
        for (Path folder : folders) {
            requireFolders(folder);
        }
        return folders;
    }

    /** Requires that nothing of a path is a file: what is not there yet can be made. */
    private static void requireFolders(Path path) {
        for (Path part = path; part != null; part = part.getParent()) {
            if (Files.exists(part)) {
                if (!Files.isDirectory(part)) {
                    throw new IllegalArgumentException("'" + part + "' is a file");
                }
                return;
            }
        }
    }
}
