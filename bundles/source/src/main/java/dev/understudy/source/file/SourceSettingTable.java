package dev.understudy.source.file;

import static dev.understudy.settings.SettingSyntax.flag;
import static dev.understudy.settings.SettingSyntax.folders;

import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingTable;
import java.nio.file.Path;
import java.util.List;

/** The rows of the settings of source files. {@link SettingRow} tells the columns. */
public final class SourceSettingTable {

    private static final SettingTable.Builder ROWS =
            SettingTable.of("dev.understudy.source", "Understudy source files");

    // @formatter:off
    static final SettingRow<List<Path>> IMAGES = ROWS.add("image.rootPath", "UNDERSTUDY_IMAGES", "IS::RootPath", "", folders(), "root folders of images, searched in this order");
    static final SettingRow<List<Path>> STATIC_CONTENT = ROWS.add("staticContent.rootPath", "UNDERSTUDY_STATIC", "PS::staticContent.rootPath", "", folders(), "root folders of static content, searched in this order");
    static final SettingRow<Boolean> FOLLOW_LINKS = ROWS.add("followLinks", "", "", "false", flag(), "whether links are followed out of a catalog's folder, and into that of another catalog");
    // @formatter:on

    /** All rows. */
    public static final SettingTable TABLE = ROWS.build();

    private SourceSettingTable() {}
}
